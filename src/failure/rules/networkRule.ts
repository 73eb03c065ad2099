import { anyOf } from "../anyOf.js";
import type { Rule } from "./rule.js";

/**
 * What services say where a firewall, a private endpoint or a network rule of theirs bars the caller.
 *
 * @internal
 */
export const NETWORK_RULE_RULES: readonly Rule[] = [
  {
    id: "authorization.network-rule",
    kind: "network_rule_denied",
    pattern: anyOf(
      /client address .{0,50}is not authorized/,
      /not authorized and (?:the )?caller is not a trusted/,
      /forbiddenbyfirewall/,
      /forbiddenbyconnection/,
      /public ?network ?access(?: on this server)? (?:is|has been) (?:disabled|denied|not allowed)/,
      /public ?networkaccess.{0,20}disabled/,
      /deny public network access/,
      /public (?:network )?access is (?:disabled|not permitted|not allowed)/,
      /client with ip(?: address)? .{1,60} is not allowed/,
      /(?:client |your |from |the |source )?ip(?: address)?(?: of the client)? ?['"(]?[\da-f.:]{0,40}['")]? ?(?:is |was )?(?:not (?:allowed|authorized|permitted|in the allowed)|blocked|denied|forbidden)\b/,
      /not allowed (?:by|to access).{0,40}(?:firewall|network|virtual network)/,
      /ipauthorization/,
      /request originated from .{1,80}(?:blocked|not allowed)/,
      /(?<!not )(?:blocked|rejected|denied|forbidden|prevented|disallowed) (?:by|due to|because of) (?:the |your |its )?.{0,60}(?:firewall|virtual network|network (?:rule|acl|security|policy|access)|ip (?:rule|filter|restriction|acl)|private endpoint)/,
      /access denied due to virtual network\/firewall/,
      /ip has been prevented to connect/,
      /private ?(?:endpoint|link).{0,60}(?:required|only|approved)/,
      /traffic is not from an approved private endpoint/,
      /virtual network is configured for this resource/,
      /authorizationsourceipmismatch/,
      /network ?(?:acls?|rules?) .{0,40}(?:den(?:y|ied)|block|do(?:es)? not allow)/,
      /firewall (?:checks|rules?|settings?|configuration).{0,60}(?:reject|block|den|not allow|prevent)/,
      /request (?:was|is) rejected by .{0,20}firewall/,
      /is not (?:in|on|part of) the (?:ip )?(?:allow ?list|allowed ip)/,
      /ip access list/,
      /originated from (?:an? )?(?:ip|network|vnet|virtual)/,
      /no route to private endpoint/,
      /(?:vault|storage|server|account|registry|cosmos|cosmos db) firewall (?:has )?(?:block|reject|den(?:y|ied|ies)|refus)/,
      /firewall of .{1,80}(?:blocked|blocks|rejected|denied|does not allow)/,
      /sp_set_firewall_rule/,
    ),
    unless: /\b(?:router|printer|print job)\b|network security group|\bwaf\b|web application firewall rule created/,
    example: "Client address is not authorized and caller is not a trusted service.",
    sources: ["service"],
  },
];
