// Services, what they lead to, and Ingress.
export const NETWORK = `
# Service
= Gives a set of pods one name, and one IP address unless it is headless. Requests go to those of them that are ready.

# ServiceSpec
allocateLoadBalancerNodePorts Whether a Service of type LoadBalancer gets node ports too. Default: true.
clusterIP The IP address inside the cluster. Left out: one is chosen. None makes the Service headless: DNS gives the pods' own addresses. It cannot be changed.
clusterIPs The same as clusterIP, for each IP family one.
externalIPs Further IP addresses whose traffic goes to the Service. You see to it that it reaches a node. Being phased out.
externalName The DNS name that the Service stands for. Only with type ExternalName.
externalTrafficPolicy Cluster (default): traffic from outside may go to pods of any node. Local: only of the node it came to, and the sender's address is kept.
healthCheckNodePort The port where a load balancer asks a node whether it has pods. Only with externalTrafficPolicy Local.
internalTrafficPolicy Cluster (default): traffic from inside may go to pods of any node. Local: only of its own node.
ipFamilies IPv4, IPv6 or both. Left out: chosen by the cluster.
ipFamilyPolicy SingleStack (default): one IP family. PreferDualStack: both where there are both. RequireDualStack: both or nothing.
loadBalancerClass Which kind of load balancer takes care of the Service. Left out: that of the cloud.
loadBalancerIP The IP address wished for from the load balancer. Old: clouds use annotations.
loadBalancerSourceRanges From which addresses the load balancer takes traffic, such as 10.0.0.0/8. Left out: from all.
ports The ports of the Service. Needed unless it is headless or of type ExternalName.
publishNotReadyAddresses Whether pods that are not ready are told too, as members of a cluster that look for each other need it. Default: false.
selector Labels that its pods have, all of them. Left out: no pods are looked for, and you keep the endpoints yourself.
sessionAffinity None (default), or ClientIP: requests from one client go to the same pod.
sessionAffinityConfig More about sessionAffinity.
trafficDistribution PreferSameZone or PreferSameNode: pods nearby are preferred. Left out: all alike.
type ClusterIP (default): inside the cluster. NodePort: also at a port of every node. LoadBalancer: also behind a load balancer. ExternalName: another name in DNS.

# ServicePort
appProtocol What is spoken on the port, such as kubernetes.io/h2c. A hint.
name A name for the port, needed where there are several. SRV records and Ingress use it.
nodePort The port of every node, 30000 to 32767. Left out: one is chosen. Only with type NodePort or LoadBalancer.
port The port of the Service.
protocol TCP (default), UDP or SCTP. UDP and SCTP do not get through every load balancer.
targetPort The port of the pods: a number, or the name of a container port. Left out: the same as port.

# SessionAffinityConfig
clientIP More about ClientIP.

# ClientIPConfig
timeoutSeconds For how many seconds a client stays with its pod. Default: 10800.

# ServiceStatus IngressStatus
loadBalancer What the load balancer says.

# LoadBalancerStatus IngressLoadBalancerStatus
ingress The addresses at which it can be reached from outside.

# LoadBalancerIngress IngressLoadBalancerIngress
hostname The host name of the load balancer.
ip The IP address of the load balancer.
ports The ports of the load balancer.

# LoadBalancerIngress
ipMode VIP or Proxy: how traffic reaches the nodes.

# IngressPortStatus PortStatus
error Why the port does not work.
port The number of the port.
protocol The protocol of the port.

# Endpoints
= The addresses behind a Service of the same name. The forerunner of EndpointSlice; still written.
subsets Addresses with the ports that they share.

# EndpointSubset
addresses Addresses that are ready.
notReadyAddresses Addresses that are not ready.
ports The ports of the addresses.

# EndpointAddress
hostname The name that the pod has in the Service's domain.
ip The IP address.
nodeName The node that the address is on.
targetRef The pod that has the address.

# EndpointSlice
= Addresses and ports of the pods behind a Service, at most 100 in a slice. kube-proxy and DNS read them.
addressType IPv4, IPv6 or FQDN. It cannot be changed.
endpoints The addresses, and how they are.
ports The ports of all the addresses.

# Endpoint
addresses The IP address of the pod.
conditions Whether it is ready.
deprecatedTopology Of an older version of the API.
hints From which zones or nodes it should be used.
hostname The name that the pod has in the Service's domain.
nodeName The node that it is on.
targetRef The pod that has the address.
zone The zone that it is in.

# EndpointConditions
ready Whether requests should go there: it serves and is not being stopped.
serving Whether its pod is ready, even while it is being stopped.
terminating Whether its pod is being stopped.

# EndpointPort
appProtocol What is spoken on the port.
name The name of the Service's port.
port The number of the port.
protocol TCP (default), UDP or SCTP.

# EndpointHints
forNodes The nodes from which it should be used.
forZones The zones from which it should be used.

# ForNode
name The name of the node.

# ForZone
name The name of the zone.

# Ingress
= Leads HTTP from outside to Services, by host and path. It does nothing unless an ingress controller runs.

# IngressSpec
defaultBackend Where requests go that no rule fits.
ingressClassName Which controller takes care of it. Left out: that of the default class.
rules Hosts and paths, and where they lead.
tls Secrets with certificates for HTTPS.

# IngressRule
host The host asked for, such as shop.example.com or *.example.com. Left out: every host.
http The paths of the host.

# HTTPIngressRuleValue
paths Paths, and where they lead. The longest that fits decides.

# HTTPIngressPath
backend Where the requests go.
path The path; it begins with /. Needed for Exact and Prefix.
pathType Exact: this path alone. Prefix: this path and those below. ImplementationSpecific: as the controller likes.

# IngressBackend
resource An object other than a Service.
service The Service, with its port.

# IngressServiceBackend
name The name of the Service, in the same namespace.
port The port of the Service.

# ServiceBackendPort
name The name of the port. Not together with number.
number The number of the port. Not together with name.

# IngressTLS
hosts The hosts that the certificate is for.
secretName The Secret with the certificate and its key.
`;
