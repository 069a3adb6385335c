/** The only hosts that the course leads to. A link to another is a decision, and is made here. */
export const HOSTS: ReadonlySet<string> = new Set(['kubernetes.io', 'minikube.sigs.k8s.io', 'github.com']);
