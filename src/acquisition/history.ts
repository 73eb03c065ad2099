import type { AcquisitionRecord } from "./record.js";

/** Of all records together, in characters of JSON. */
const MAX_CHARACTERS = 256 * 1024;
/** Of one record, so that a storm of retries does not drive out all others. */
const MAX_RECORD = 16 * 1024;

/** One record as it is kept: as text, which holds on to nothing and has a length. */
export interface Kept {
  json: string;
  /** Calls that the record stands for. */
  calls: number;
  /** It has been driven out by newer ones. */
  gone: boolean;
}

/** The same without what makes it long. */
function shortened(record: AcquisitionRecord): AcquisitionRecord {
  const { diagnosis, scopes } = record;
  return {
    ...record,
    scopes: scopes.slice(0, 8).map((scope) => scope.slice(0, 256)),
    attempts: [],
    exchanges: record.exchanges.slice(-4),
    processes: [],
    ...(diagnosis && { diagnosis: { ...diagnosis, attempts: [], exchanges: [] } }),
    truncated: true,
  };
}

function bare({ credentialType, outcome, startTime, durationMs }: AcquisitionRecord): AcquisitionRecord {
  const nothing = { scopes: [], attempts: [], exchanges: [], processes: [] };
  return { credentialType, outcome, startTime, durationMs, ...nothing, truncated: true };
}

function toJson(record: AcquisitionRecord): string {
  const whole = JSON.stringify(record);
  if (whole.length <= MAX_RECORD) return whole;
  const short = JSON.stringify(shortened(record));
  return short.length <= MAX_RECORD ? short : JSON.stringify(bare(record));
}

/**
 * The last acquisitions, for whoever asks after the fact. Bounded in number and in size. A busy service takes a thousand
 * tokens a second out of the cache: in a row they are one record with a count, or they would drive out what matters.
 */
export class History {
  private readonly _limit: number;
  private readonly _kept: Kept[] = [];
  private _characters = 0;

  /** @param limit - most records kept; 0 for none */
  constructor(limit: number) {
    this._limit = limit;
  }

  get enabled(): boolean {
    return this._limit > 0;
  }

  add(record: AcquisitionRecord): Kept {
    const kept: Kept = { json: toJson(record), calls: 1, gone: false };
    this._kept.push(kept);
    this._characters += kept.json.length;
    while (this._kept.length > this._limit || this._characters > MAX_CHARACTERS) {
      const oldest = this._kept.shift();
      if (oldest === undefined) break;
      oldest.gone = true;
      this._characters -= oldest.json.length;
      // Whoever counts calls on it holds on to it.
      oldest.json = "";
    }
    return kept;
  }

  /** Oldest first. The caller's own copies. */
  records(): AcquisitionRecord[] {
    return this._kept.map(({ json, calls }) => {
      const record = JSON.parse(json) as AcquisitionRecord;
      return calls === 1 ? record : { ...record, calls };
    });
  }
}
