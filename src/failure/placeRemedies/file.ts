import type { Evidence } from "../evidence.js";
import { AKS_TROUBLE } from "../hostRemedies/pages.js";
import type { Host } from "../hosts.js";
import type { Remedy } from "../types.js";

const DENIED =
  /permission denied|access (?:to the path .{0,200} )?(?:is|was) denied|\beacces\b|\beperm\b|operation not permitted/;
const DIRECTORY = /\beisdir\b|\bis a directory\b|operation on a directory/;
const EMPTY = /\bempty\b|no content/;
const TOKEN_FILE = /azure-identity-token|\/serviceaccount\/token|federated|\/var\/run\/secrets\/azure/;
const NODE_FILE = /^\/etc\/kubernetes\//;
const WINDOWS = /^(?:[a-z]:|\\\\)/i;

const WEBHOOK: Remedy = {
  action:
    "On AKS, check that the webhook mounted the token into this container: the pod label, the service account and the webhook’s pods.",
  command: "kubectl get pods -n kube-system -l azure-workload-identity.io/system=true",
  url: AKS_TROUBLE,
};

function look(file: string | undefined, placeholder: string): Pick<Remedy, "command"> {
  if (file !== undefined && WINDOWS.test(file)) return { command: `icacls "<${placeholder}>"` };
  return { command: `ls -l "<${placeholder}>"` };
}

/**
 * What to do about a file that a credential could not read: by what became of it, and what it is.
 *
 * @internal
 */
export function remediesOfFile(
  { plain, file }: Evidence,
  host: Host | undefined,
  credentialType: string | undefined,
): readonly Remedy[] {
  const token =
    TOKEN_FILE.test(file ?? plain) || (file === undefined && credentialType === "WorkloadIdentityCredential");
  const see = look(file, token ? "token-file" : "cert-file");
  const command = token || file !== undefined ? see : {};
  const cluster = host === "kubernetes" || (token && /\/var\/run\/secrets\//.test(file ?? plain));
  if (DENIED.test(plain)) {
    const mounted = "In a pod, let its user read what is mounted: fsGroup of the pod, or defaultMode of the volume.";
    return [
      {
        action: "Let the user of this process read the file and enter the folders above it: look at owner and mode.",
        ...command,
      },
      ...(cluster ? [{ action: mounted }] : []),
      { action: "Check that no security module (SELinux, AppArmor) or read-only sandbox keeps the process from it." },
    ];
  }
  const found: Remedy = EMPTY.test(plain)
    ? {
        action:
          "Find out what should have written the file, and why it is empty: a mount or a job that is not done yet.",
        ...command,
      }
    : DIRECTORY.test(plain)
      ? { action: "Give the path of the file itself: what is at that path is a directory.", ...command }
      : {
          action:
            "Check that the file is there, inside the very container or host that the process runs on, and that the path is right.",
          ...command,
        };
  if (token) return cluster ? [WEBHOOK, found] : [found, WEBHOOK];
  if (NODE_FILE.test(file ?? "")) {
    return [
      {
        action:
          "Only nodes of the cluster have this file: mount it from the host, or give the program settings of its own.",
      },
      found,
    ];
  }
  const secret = "In a pod, check that the Secret with the file is mounted at that path, under that very name.";
  return [found, ...(cluster ? [{ action: secret, command: "kubectl describe pod <pod>" }] : [])];
}
