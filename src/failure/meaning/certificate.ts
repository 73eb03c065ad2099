import { anyOf } from "../anyOf.js";
import type { Meanings } from "./meaning.js";

/**
 * What may be wrong with a certificate, or with any file that a credential needs.
 *
 * @internal
 */
export const CERTIFICATE_MEANINGS: Meanings = {
  credential_file_unreadable: [
    [
      anyOf(
        /\benoent\b/,
        /no such file/,
        /could not find (?:file|a part of the path)/,
        /filenotfound/,
        /nosuchfile/,
        /(?:does not|doesn't|did not) exist/,
        /cannot find the (?:file|path)/,
        /(?:file|path)\b.{0,60} not found\b/,
        /no file (?:was )?found/,
        /file could not be found/,
      ),
      "A file that the credential needs does not exist.",
    ],
    [
      /\beacces\b|\beperm\b|permission ?denied|access is denied|access to the path|accessdenied|unauthorizedaccess|permissionerror/,
      "The process may not read a file that the credential needs.",
    ],
    [/\beisdir\b|is a ?directory|points to a directory/, "A directory stands where the credential needs a file."],
    [
      /(?:file|path|bundle)\b.{0,60} (?:is|was) empty|no content on the file|empty (?:token |key |certificate |secret )?file/,
      "A file that the credential needs is empty.",
    ],
  ],
  certificate_unusable: [
    [
      /(?:private )?key (?:doesn't|does not|did not|didn't) match|(?:not|n't) match (?:the )?(?:private key|certificate)/,
      "The private key does not belong to the certificate.",
    ],
    [
      /invalid password or pkcs/,
      "The PFX (PKCS 12) file could not be opened: its password is wrong, or it is damaged.",
    ],
    [
      /password|passphrase|bad decrypt|mac verif|mac could not|encrypted (?:pem|private)|interrupted or cancell?ed|bad password read/,
      "The private key is protected by a password that is wrong or missing.",
    ],
    [
      anyOf(
        /\bno (?:rsa )?private key/,
        /(?:not|n't) (?:contain|have|include|hold) (?:an? |the |its |any )?(?:rsa )?private key/,
        /without (?:an? |its |the )?private key/,
        /lacks? (?:an? |its |the )?private key/,
        /private key (?:is |was )?(?:missing|not found)/,
        /missing (?:the |its )?private key/,
        /must (?:include|have|contain) (?:an? |its |the )?private key/,
        /certificate private key/,
      ),
      "The certificate comes without its private key.",
    ],
    [
      /only rsa|\b(?:an? )rsa (?:private )?key|not (?:an? )?rsa|not of type rsa|ecdsa|elliptic|\bec key|key type must be/,
      "The key is not an RSA key, which is needed here.",
    ],
    [
      /key size|minimum key|too (?:small|short)|modulus ?length|at least 2048/,
      "The key is too short to sign an assertion.",
    ],
    [/asymmetric key|not valid key material/, "What was given as the private key is none that can sign."],
    [
      /keyset does not exist/,
      "The private key of the certificate is not in the key store, or the process may not use it.",
    ],
    [
      /not exportable|not accessible|inaccessible|keyset|key.{0,20}access denied/,
      "The process may not use the private key of the certificate.",
    ],
    [
      anyOf(
        /(?:not|n't|no|without|lacks?)\b.{0,30}(?:\bpem\b|begin (?:certificate|private))/,
        /no start line/,
        /pem routines/,
        /pem_read/,
        /failed to find any pem/,
        /expected start of/,
        /pem header/,
        /valid pem/,
        /pem expected/,
        /expected (?:a )?pem/,
        /decoder routines/,
        /block labell?ed/,
        /pem block/,
      ),
      "What was given could not be read as a certificate and key in PEM form.",
    ],
    [
      /only .{0,30}(?:pem|pfx|pkcs ?#?_?12).{0,30} supported|unsupported (?:certificate )?format|format is not supported/,
      "The certificate has a format that is not supported.",
    ],
    [
      /pem or (?:a )?(?:pkcs|pfx|p12)|(?:pkcs ?#?12|pfx) or (?:a )?pem/,
      "What was given could not be read as a certificate, neither in PEM nor in PFX form.",
    ],
    [/multiple private key/, "What was given holds more than one private key."],
    [/access denied|cryptographic|for signing/, "The private key of the certificate could not be used on this host."],
    [/thumbprint/, "The thumbprint of the certificate could not be found out."],
    [/\bpkcs ?#?_?12\b|\bpfx\b|\bp12\b/, "The PFX (PKCS 12) file could not be read as a certificate with its key."],
    [/\bsign(?:ing)? (?:the )?(?:token request|jwt|assertion|client assertion)/, "The assertion could not be signed."],
    [
      /pars|decod|deseriali|malformed|corrupt|import|convert|asn\.?1|unmarshal/,
      "What was given could not be read as a certificate.",
    ],
  ],
};
