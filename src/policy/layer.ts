import type { PolicyEnvironment } from "./environment.js";
import { hasEnded } from "./exemption.js";
import { presetSeverity } from "./presets.js";
import type { SettingSource } from "./resolvedPolicy.js";
import type { Options, Path, Settings } from "./settings.js";
import type { Exemption, PolicyPreset, RuleId, Severity } from "./types.js";

/** What one place, the option or the file, sets a rule to. */
export interface LayerSetting {
  readonly severity: Severity;
  readonly options: Options | undefined;
  readonly source: SettingSource;
  /** It stands there by its name, and not because of the preset. */
  readonly explicit: boolean;
  readonly exemption?: Exemption | undefined;
  readonly ended?: boolean | undefined;
}

export interface Layer {
  readonly preset: PolicyPreset;
  readonly settings: Settings;
  readonly kind: "option" | "file";
  /** What messages call it. */
  readonly name: string;
  readonly lineOf: (path: Path) => number | undefined;
}

/** What a layer sets a rule to. An exemption that has ended leaves what the preset says. */
export function settingOf(layer: Layer, id: RuleId, environment: PolicyEnvironment, now: number): LayerSetting {
  const byPreset = presetSeverity(layer.preset, id, environment);
  const setting = layer.settings.rules.get(id);
  if (setting === undefined) {
    const source: SettingSource = { kind: "preset", name: layer.preset };
    return { severity: byPreset, options: undefined, source, explicit: false };
  }
  const line = layer.lineOf(["rules", id]);
  const source: SettingSource = { kind: layer.kind, name: layer.name, ...(line !== undefined && { line }) };
  const { exemption } = setting;
  const ended = exemption !== undefined && hasEnded(exemption, now);
  return {
    severity: ended ? byPreset : setting.severity,
    options: setting.options,
    source,
    explicit: true,
    exemption,
    ended,
  };
}
