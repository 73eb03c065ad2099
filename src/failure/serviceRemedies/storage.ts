import { anyOf } from "../anyOf.js";
import { assign, WAIT } from "./role.js";
import type { Service } from "./service.js";
import { STORAGE_NETWORK } from "./storageNetwork.js";

const ROLES_PAGE = "https://learn.microsoft.com/azure/storage/blobs/assign-azure-role-data-access";
const KEYS_PAGE = "https://learn.microsoft.com/azure/storage/common/shared-key-authorization-prevent";

/**
 * Azure Storage: blobs, files, queues, tables and data lakes.
 *
 * @internal
 */
export const STORAGE: Service = {
  name: "storage",
  shows: anyOf(
    /\.(?:blob|queue|table|file|dfs|web)\.(?:core|storage)\./,
    /this request is not authorized to perform this operation/,
    /authorizationpermissionmismatch/,
    /keybasedauthenticationnotpermitted/,
    /storage[ -]?account/,
    /azcopy/,
    /blobfuse/,
    /abfss?:/,
    /adls/,
    /data lake/,
    /adl:\/\//,
    /azure\.storage/,
    /blobstorageexception/,
    /storage (?:blob|queue|table|file) data/,
    /acl verification failed/,
    /\bazure storage\b/,
    /server failed to authenticate the request/,
    /^(?:storage|blob):/,
  ),
  scope: "https://storage.azure.com/.default",
  values: {
    account: /\b([a-z0-9]{3,24})\.(?:blob|queue|table|file|dfs|web)\.core\.(?:windows|usgovcloudapi|chinacloudapi)\b/i,
    role: [
      [/storage queue data message processor/, "Storage Queue Data Message Processor"],
      [/storage blob data reader/, "Storage Blob Data Reader"],
      [
        /\.queue\.core|queueserviceuri|storage queue|azure\.storage\.queue|\bqueue listener/,
        "Storage Queue Data Contributor",
      ],
      [
        /\.table\.core|tableserviceuri|storage table|azure\.data\.tables|odata\.error/,
        "Storage Table Data Contributor",
      ],
      [/\.file\.core|storage file/, "Storage File Data Privileged Contributor"],
      [/blob|\.dfs\.core|abfs|adls|azcopy|container/, "Storage Blob Data Contributor"],
    ],
  },
  authorization_denied: [
    {
      when: /key ?based ?authentication|shared key access/,
      remedies: [
        {
          action:
            "Use a token instead of the account key, connection string or SAS: the account takes no keys. Give the client a credential of Microsoft Entra ID (with the Azure CLI, --auth-mode login; with AzCopy, azcopy login).",
          url: "https://learn.microsoft.com/azure/storage/blobs/authorize-access-azure-active-directory",
        },
        assign("Assign that identity a data role on the account.", "<account-id>", ROLES_PAGE),
        {
          action: "If keys are meant to work, allow them again.",
          command: "az storage account update -g <group> -n <account> --allow-shared-key-access true",
          url: KEYS_PAGE,
        },
      ],
    },
    {
      when: /acl verification failed|0x83090aa2|adl:\/\//,
      remedies: [
        {
          action:
            "Give the identity rights in the access control list of the file, and execute on every folder above it.",
          url: "https://learn.microsoft.com/azure/data-lake-store/data-lake-store-access-control",
        },
        {
          action: "Check that the path exists: this answer is also given where it does not.",
          url: "https://learn.microsoft.com/azure/data-lake-store/data-lake-store-access-control",
        },
      ],
    },
    {
      remedies: [
        assign(
          "Assign the identity a data role on the account or container; Owner and Contributor do not open its data.",
          "<account-id>",
          ROLES_PAGE,
        ),
        {
          action:
            "See which roles it has, and on what. With a SAS instead of a token, make one with the permission that is missing.",
          command: "az role assignment list --assignee <object-id> --all -o table",
          url: ROLES_PAGE,
        },
        WAIT,
      ],
    },
  ],
  network_rule_denied: STORAGE_NETWORK,
  token_rejected: [
    {
      when: /formed correctly including the signature/,
      remedies: [
        {
          action:
            "Check what the client signs in with: an account key, connection string or SAS that is wrong, expired or replaced is refused with these words; so is a clock more than 15 minutes off.",
          url: "https://learn.microsoft.com/rest/api/storageservices/authorize-requests-to-azure-storage",
        },
        {
          action:
            "With a token, ask for it with the scope https://storage.azure.com/.default, and send x-ms-version 2017-11-09 or later.",
          url: "https://learn.microsoft.com/rest/api/storageservices/authorize-with-azure-active-directory",
        },
      ],
    },
  ],
};
