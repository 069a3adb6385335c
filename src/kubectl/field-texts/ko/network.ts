// Services, what they lead to, and Ingress.
export const NETWORK = `
# Service
= 여러 파드에 이름 하나를, 헤드리스가 아니면 IP 주소도 하나 붙입니다. 요청은 그 가운데 준비된 파드로 갑니다.

# ServiceSpec
allocateLoadBalancerNodePorts LoadBalancer 타입의 서비스에 노드 포트도 줄지 정합니다. 기본값: true.
clusterIP 클러스터 안에서 쓰는 IP 주소입니다. 쓰지 않으면 골라 줍니다. None이면 헤드리스 서비스로, DNS가 파드의 주소를 알려 줍니다. 바꿀 수 없습니다.
clusterIPs clusterIP와 같지만 IP 패밀리마다 하나씩입니다.
externalIPs 이 서비스로 들어올 또 다른 IP 주소입니다. 그 트래픽이 노드에 닿게 하는 일은 직접 해야 합니다. 사라질 예정입니다.
externalName 이 서비스가 나타내는 DNS 이름입니다. type이 ExternalName일 때만 씁니다.
externalTrafficPolicy Cluster(기본값): 밖에서 온 트래픽이 어느 노드의 파드로든 갑니다. Local: 들어온 노드의 파드로만 가고, 보낸 쪽의 주소가 유지됩니다.
healthCheckNodePort 로드 밸런서가 노드에 파드가 있는지 묻는 포트입니다. externalTrafficPolicy가 Local일 때만 씁니다.
internalTrafficPolicy Cluster(기본값): 안에서 온 트래픽이 어느 노드의 파드로든 갑니다. Local: 같은 노드의 파드로만 갑니다.
ipFamilies IPv4, IPv6 또는 둘 다입니다. 쓰지 않으면 클러스터가 고릅니다.
ipFamilyPolicy SingleStack(기본값): IP 패밀리 하나. PreferDualStack: 둘 다 있으면 둘 다. RequireDualStack: 둘 다 없으면 거부.
loadBalancerClass 이 서비스를 맡을 로드 밸런서의 종류입니다. 쓰지 않으면 클라우드의 것입니다.
loadBalancerIP 로드 밸런서에 바라는 IP 주소입니다. 예전 방식으로, 클라우드는 어노테이션을 씁니다.
loadBalancerSourceRanges 로드 밸런서가 트래픽을 받을 주소 범위입니다. 예: 10.0.0.0/8. 쓰지 않으면 모두 받습니다.
ports 서비스의 포트입니다. 헤드리스나 ExternalName이 아니면 있어야 합니다.
publishNotReadyAddresses 준비되지 않은 파드도 알려 줄지 정합니다. 서로를 찾아야 하는 클러스터 멤버에게 필요합니다. 기본값: false.
selector 자기 파드에 모두 있어야 하는 레이블입니다. 쓰지 않으면 파드를 찾지 않으며, 엔드포인트를 직접 관리해야 합니다.
sessionAffinity None(기본값), 또는 한 클라이언트의 요청을 같은 파드로 보내는 ClientIP입니다.
sessionAffinityConfig sessionAffinity의 세부 설정입니다.
trafficDistribution PreferSameZone이나 PreferSameNode이면 가까운 파드를 먼저 고릅니다. 쓰지 않으면 모두 똑같이 고릅니다.
type ClusterIP(기본값): 클러스터 안에서만. NodePort: 모든 노드의 포트로도. LoadBalancer: 로드 밸런서로도. ExternalName: DNS의 다른 이름으로.

# ServicePort
appProtocol 포트에서 쓰는 프로토콜에 대한 힌트입니다. 예: kubernetes.io/h2c.
name 포트의 이름으로, 포트가 여럿이면 있어야 합니다. SRV 레코드와 인그레스가 씁니다.
nodePort 모든 노드에서 여는 포트로, 30000부터 32767까지입니다. 쓰지 않으면 골라 줍니다. type이 NodePort나 LoadBalancer일 때만 씁니다.
port 서비스의 포트입니다.
protocol TCP(기본값), UDP, SCTP 가운데 하나입니다. UDP와 SCTP는 지원하지 않는 로드 밸런서도 있습니다.
targetPort 파드의 포트로, 번호나 컨테이너 포트의 이름입니다. 쓰지 않으면 port와 같습니다.

# SessionAffinityConfig
clientIP ClientIP의 세부 설정입니다.

# ClientIPConfig
timeoutSeconds 클라이언트가 같은 파드에 머무르는 시간(초)입니다. 기본값: 10800.

# ServiceStatus IngressStatus
loadBalancer 로드 밸런서가 알려 준 내용입니다.

# LoadBalancerStatus IngressLoadBalancerStatus
ingress 밖에서 접속할 수 있는 주소입니다.

# LoadBalancerIngress IngressLoadBalancerIngress
hostname 로드 밸런서의 호스트네임입니다.
ip 로드 밸런서의 IP 주소입니다.
ports 로드 밸런서의 포트입니다.

# LoadBalancerIngress
ipMode 트래픽이 노드에 닿는 방법입니다. VIP 또는 Proxy.

# IngressPortStatus PortStatus
error 포트가 동작하지 않는 까닭입니다.
port 포트의 번호입니다.
protocol 포트의 프로토콜입니다.

# Endpoints
= 같은 이름의 서비스 뒤에 있는 주소입니다. 엔드포인트슬라이스의 전신으로, 지금도 만들어집니다.
subsets 같은 포트를 쓰는 주소들입니다.

# EndpointSubset
addresses 준비된 주소입니다.
notReadyAddresses 준비되지 않은 주소입니다.
ports 주소들의 포트입니다.

# EndpointAddress
hostname 서비스의 도메인에서 파드가 가진 이름입니다.
ip IP 주소입니다.
nodeName 주소가 있는 노드입니다.
targetRef 주소를 가진 파드입니다.

# EndpointSlice
= 서비스 뒤에 있는 파드들의 주소와 포트로, 한 슬라이스에 100개까지 담깁니다. kube-proxy와 DNS가 읽습니다.
addressType IPv4, IPv6, FQDN 가운데 하나입니다. 바꿀 수 없습니다.
endpoints 주소와 그 상태입니다.
ports 모든 주소가 함께 쓰는 포트입니다.

# Endpoint
addresses 파드의 IP 주소입니다.
conditions 준비되었는지 나타냅니다.
deprecatedTopology 예전 버전의 API에서 온 값입니다.
hints 어느 영역이나 노드에서 쓰는 것이 좋은지 나타냅니다.
hostname 서비스의 도메인에서 파드가 가진 이름입니다.
nodeName 파드가 있는 노드입니다.
targetRef 주소를 가진 파드입니다.
zone 파드가 있는 영역입니다.

# EndpointConditions
ready 요청을 보내도 되는지 나타냅니다. 요청을 처리할 수 있고 종료되는 중이 아니면 true입니다.
serving 종료되는 중이더라도 파드가 준비된 상태인지 나타냅니다.
terminating 파드가 종료되는 중인지 나타냅니다.

# EndpointPort
appProtocol 포트에서 쓰는 프로토콜입니다.
name 서비스 포트의 이름입니다.
port 포트의 번호입니다.
protocol TCP(기본값), UDP, SCTP 가운데 하나입니다.

# EndpointHints
forNodes 이것을 쓰는 것이 좋은 노드입니다.
forZones 이것을 쓰는 것이 좋은 영역입니다.

# ForNode
name 노드의 이름입니다.

# ForZone
name 영역의 이름입니다.

# Ingress
= 밖에서 온 HTTP 요청을 호스트와 경로에 따라 서비스로 보냅니다. 인그레스 컨트롤러가 없으면 아무 일도 하지 않습니다.

# IngressSpec
defaultBackend 맞는 규칙이 없는 요청을 보낼 곳입니다.
ingressClassName 이것을 맡을 컨트롤러입니다. 쓰지 않으면 기본 클래스의 컨트롤러입니다.
rules 호스트와 경로, 그리고 보낼 곳입니다.
tls HTTPS에 쓸 인증서를 담은 시크릿입니다.

# IngressRule
host 요청한 호스트입니다. 예: shop.example.com, *.example.com. 쓰지 않으면 모든 호스트입니다.
http 그 호스트의 경로입니다.

# HTTPIngressRuleValue
paths 경로와 보낼 곳입니다. 맞는 것 가운데 가장 긴 경로를 따릅니다.

# HTTPIngressPath
backend 요청을 보낼 곳입니다.
path 경로로, /로 시작합니다. Exact와 Prefix에는 있어야 합니다.
pathType Exact: 이 경로만. Prefix: 이 경로와 그 아래. ImplementationSpecific: 컨트롤러에 따라 다릅니다.

# IngressBackend
resource 서비스가 아닌 오브젝트입니다.
service 서비스와 그 포트입니다.

# IngressServiceBackend
name 같은 네임스페이스에 있는 서비스의 이름입니다.
port 서비스의 포트입니다.

# ServiceBackendPort
name 포트의 이름입니다. number와 함께 쓸 수 없습니다.
number 포트의 번호입니다. name과 함께 쓸 수 없습니다.

# IngressTLS
hosts 인증서를 쓸 호스트입니다.
secretName 인증서와 키를 담은 시크릿입니다.
`;
