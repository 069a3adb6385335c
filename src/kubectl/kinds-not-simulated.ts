// Kinds that a real cluster of this version serves and this one does not: asking for them is no mistake of the learner's.
// Kinds that are served are looked for first, so an entry here may outlive the day its kind joins.

/** apiVersion, kind, and the words that name it. */
const known: readonly (readonly [apiVersion: string, kind: string, words: string])[] = [
  ['admissionregistration.k8s.io/v1', 'MutatingWebhookConfiguration', 'mutatingwebhookconfigurations'],
  ['admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', 'validatingadmissionpolicies'],
  ['admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', 'validatingwebhookconfigurations'],
  ['apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'customresourcedefinitions crd crds'],
  ['autoscaling/v1', 'HorizontalPodAutoscaler', 'horizontalpodautoscalers hpa'],
  ['certificates.k8s.io/v1', 'CertificateSigningRequest', 'certificatesigningrequests csr'],
  ['networking.k8s.io/v1', 'IngressClass', 'ingressclasses'],
  ['networking.k8s.io/v1', 'NetworkPolicy', 'networkpolicies netpol'],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole', 'clusterroles'],
  ['rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', 'clusterrolebindings'],
  ['rbac.authorization.k8s.io/v1', 'Role', 'roles'],
  ['rbac.authorization.k8s.io/v1', 'RoleBinding', 'rolebindings'],
  ['storage.k8s.io/v1', 'CSIDriver', 'csidrivers'],
  ['storage.k8s.io/v1', 'VolumeAttachment', 'volumeattachments'],
  ['v1', 'ComponentStatus', 'componentstatuses cs'],
  ['v1', 'PodTemplate', 'podtemplates'],
];

/** What to say of a manifest's kind that only a real cluster serves; undefined where neither does. */
export function manifestNotSimulated(apiVersion: string, kind: string): string | undefined {
  const isKnown = known.some(([version, name]) => version === apiVersion && name === kind);
  return isKnown ? `petset does not simulate ${kind} (${apiVersion}) yet` : undefined;
}

/** The same for a word such as `deploy` or `secrets`. */
export function wordNotSimulated(word: string): string | undefined {
  const [name = ''] = word.toLowerCase().split('.');
  const found = known.find(
    ([, kind, words]) => kind.toLowerCase() === name || words.split(' ').includes(name),
  );
  return found && `petset does not simulate ${found[1]} (${found[0]}) yet`;
}
