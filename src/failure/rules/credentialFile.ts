import type { Rule } from "./rule.js";

/**
 * Certificates, token files and caches: what lies on the disk or in a key store.
 *
 * @internal
 */
export const CREDENTIAL_FILE_RULES: readonly Rule[] = [
  {
    id: "file.token-cache",
    kind: "token_cache_unavailable",
    pattern:
      /persistence\w{0,20}error|cacheerror:|cached token failed|cachepersistence(?:error|exception)|persistence check failed|failed to parse the cache contents|unable to load shared library 'libsecret|gnomekeyringerror|keychainerror|\bmacos keychain\b|system keyring|persistent storage isn't available|crossplatformlockerror|\.lockfile\b|filelock\.lockerror|multiple accounts matching the specified|dpapi.{0,40}(?:fail|error|unable)|(?:access|read|load|open|writ|sav|persist|stor)\w{0,5} (?:the )?(?:cached data|(?:token |msal )?cache data)|[\\/]msal(?:_token)?[._]?cache\w{0,12}(?:\.\w{2,6})?\b|\.identityservice[\\/]\w{2,20}\.cache\b/,
    unless: /data protection scope not provided/,
    example: "Unable to read from the system keyring (libsecret).",
    sources: ["msal", "go"],
  },
  {
    id: "file.unreadable",
    kind: "credential_file_unreadable",
    pattern:
      /(?:failed to read (?:ca )?certificate file|certificate file is empty|unable to read the secret file|unable_to_read_secret_file|failed to read (?:the )?(?:token|assertion) file)/,
    example: "CA certificate file is empty: /etc/proxy/ca.crt",
    sources: ["js", "go", "msal"],
  },
  {
    id: "file.certificate-of-store",
    kind: "credential_file_unreadable",
    says: "The certificate could not be fetched from the store or vault that it is kept in.",
    pattern:
      /\bcertificate (?:\w{2,12} ){0,2}?(?:(?:was |is )?unable to be|(?:could not|cannot|can't|couldn't) be) (?:retrieved|loaded|found|fetched|read)(?: from (?:the )?(?:\w{2,12} )?(?:store|key ?vault)|\.?$| see )|no certificate .{0,80}(?:found|present) in (?:the )?(?:store )?(?:localmachine|currentuser|certificate store)|(?:load|get|fetch|retrieve) (?:the |a )?(?:client |signing )?certificate from (?:azure )?key ?vault/,
    phrases: [["azure", "key vault", "keyvault", "tokenprovider", "runas=", "entra", "microsoft", "msal"]],
    unless: /aadsts|\bssl\b|\btls\b|kestrel|https endpoint|forbidden|not authorized|\b403\b|no private key/,
    example: "AzureServiceTokenProviderException: Specified Key Vault certificate was unable to be retrieved.",
    sources: ["net"],
  },
  {
    id: "file.missing",
    kind: "credential_file_unreadable",
    pattern:
      /(?:\b(?:enoent|eacces|eperm|eisdir|enotdir|eloop)\b|too many (?:levels of symbolic links|symbolic links encountered)|no such file or directory|permission denied|could not find (?:file|a part of the path)|nosuchfileexception|filenotfound(?:error|exception)|unauthorizedaccessexception.{0,40}access to|access to the path .{0,200}is denied|cannot find (?:the )?(?:file|path))/,
    phrases: [
      [
        "credential",
        "authentication",
        ".pem",
        ".pfx",
        ".p12",
        ".crt",
        ".cer",
        ".key",
        "azure-identity-token",
        "/secrets/azure",
        "azcmagent",
        "azureconnectedmachineagent",
        "federated",
      ],
    ],
    unless:
      /nginx|apache|httpd|haproxy|spawn|\bconnect e(?:acces|perm) |minikube|kubeconfig|['" ](?:az|azd|pwsh)['"]|cannot run program|createprocess|403 permission|az\.sess|\.azure[/'\\]|az: |azd: |processerror|could not be completed/,
    example: "ENOENT: no such file or directory, open '/nope/cert.pem'",
    sources: ["js", "go", "python", "net", "java"],
  },
  {
    id: "certificate.authorities",
    kind: "certificate_unusable",
    says: "The certificate authorities that were given cannot be read as certificates.",
    phrases: [["credential", "workload", "azure", "identity", "token proxy"]],
    pattern:
      /\bca (?:file|bundle|data|certificates?)\b.{0,200}(?:no (?:valid |usable |pem )?certificates?\b|(?:not|n't) (?:contain|hold|have|include) .{0,20}certificates?\b|not (?:valid )?pem|malformed)|no (?:valid |usable |pem )?certificates? .{0,30}\b(?:ca (?:file|bundle|data)|certificate authority)/,
    example: 'WorkloadIdentityCredential: parse CA file "/etc/aks/ca/ca.crt": no valid certificates found',
    sources: ["go", "js"],
  },
  {
    id: "certificate.unusable",
    kind: "certificate_unusable",
    pattern:
      /does not contain a pem|no begin certificate|block labell?ed|(?:decoding|parsing|loading) (?:the )?(?:client )?(?:certificate|pfx|private key): |fail(?:ed)? to (?:get|compute) (?:the )?certificate (?:thumbprint|private key)|fail(?:ed)? to sign (?:the )?(?:token request|jwt|assertion|client assertion)|encrypted pem block|multiple private key|missing (?:the )?(?:private key|certificate) for|\bkey must be an? rsa|pkcs12: (?:decryption|unknown|expected|no |invalid)|invalid certificate, please use|pem routines|decoder routines|no start line|certificate .{1,80}does not have a private key|certificate is not of type rsa|\bbad decrypt\b|mac verif(?:y|ication) (?:fail|error)|(?:failed to|unable to|could not|cannot) (?:load|parse|read|decode) (?:the )?(?:certificate|private key|pkcs)|no (?:private key|certificate) (?:found|in)|certificate does not contain a|cryptographic ?exception|password protection for pem|unsupported (?:certificate|pkcs)|err_ossl_|pem_read_bio|not exportable|wrong password.{0,40}(?:pfx|pkcs|certificate)|password is not correct|keystore password/,
    unless: /nginx|apache|webhook|ingress|postgres|minikube|protecteddata|key not valid for use|server\.ssl/,
    example: "The file at the specified path does not contain a PEM-encoded certificate.",
    sources: ["js", "go", "net", "msal", "node"],
  },
];
