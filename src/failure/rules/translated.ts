import type { Rule } from "./rule.js";

/** A managed identity, as drivers name it in the languages they are translated into. */
const IDENTITY: readonly string[] = [
  "msi",
  "imds",
  "verwaltete",
  "identité managée",
  "identité gérée",
  "identidad administrada",
  "identità gestita",
  "identidade gerenciada",
  "マネージド id",
  "관리 id",
  "관리되는 id",
  "托管标识",
  "託管身分",
  "受控識別",
  "управляемо",
];
const TOKEN: readonly string[] = ["token", "jeton", "トークン", "토큰", "令牌", "权杖", "權杖", "токен", "маркер"];
/** Words of failure; none of them is an English one. */
const FAILED: readonly string[] = [
  "fehler beim",
  "-tokenfehler",
  "konnte nicht",
  "échec d",
  "impossible d'",
  "no se pudo",
  "error del token",
  "error de token",
  "errore",
  "impossibile",
  "falha",
  "não foi possível",
  "失敗",
  "できません",
  "오류",
  "실패",
  "못했",
  "失败",
  "无法",
  "無法",
  "未能",
  "сбой",
  "не удалось",
  "ошибк",
];

/**
 * What drivers say in the language of whoever runs them. Few sentences are translated at all.
 *
 * @internal
 */
export const TRANSLATED_RULES: readonly Rule[] = [
  {
    id: "translated.identity-token",
    kind: "managed_identity_endpoint_error",
    says: "The endpoint of the managed identity gave no token.",
    phrases: [IDENTITY, TOKEN, FAILED],
    unless: /aadsts/,
    answered: true,
    example: "SQLServerException: Fehler beim MSI-Token: Das Token konnte nicht vom MSI-Endpunkt abgerufen werden",
    sources: ["java"],
  },
];
