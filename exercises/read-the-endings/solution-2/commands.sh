# Asks the cluster how each ended, and writes down what it says.
for pod in $(kubectl get pods -o name); do
  state=$(kubectl get $pod -o jsonpath='{.status.containerStatuses[0].state.waiting.reason}{.status.containerStatuses[0].state.terminated.reason}')
  code=$(kubectl get $pod -o jsonpath='{.status.containerStatuses[0].state.terminated.exitCode}')
  case "$state $code" in
    'Completed 0') ending=done ;;
    'OOMKilled '*) ending=no-memory ;;
    'Error 127') ending=no-program ;;
    'Error '*) ending=gave-up ;;
    *Image*) ending=no-image ;;
    *) ending=unknown ;;
  esac
  kubectl label $pod ending=$ending
done
