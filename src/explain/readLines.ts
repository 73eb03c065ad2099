/** A longer line is read as several: what it holds in memory has a bound. */
const MAX_LINE = 1_048_576;

function decoderFor(start: Uint8Array): InstanceType<typeof TextDecoder> {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder("utf-16le");
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder("utf-16be");
  return new TextDecoder("utf-8");
}

/**
 * Reads the lines of a text of any length: UTF-8, or UTF-16 with a byte order mark, as Windows PowerShell writes it. What
 * is no text is read as what it looks like.
 *
 * @param chunks - e.g. a stream of bytes
 * @returns lines, many at a time
 * @internal
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<string[]> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let start = new Uint8Array(0);
  let rest = "";
  for await (const bytes of chunks) {
    let chunk = bytes;
    if (decoder === undefined) {
      // The mark is two bytes, which may come one by one.
      chunk = start = Buffer.concat([start, bytes]);
      if (chunk.length < 2) continue;
      decoder = decoderFor(chunk);
    }
    const lines = decoder.decode(chunk, { stream: true }).split("\n");
    lines[0] = rest + (lines[0] ?? "");
    rest = lines.pop() ?? "";
    for (; rest.length > MAX_LINE; rest = rest.slice(MAX_LINE)) lines.push(rest.slice(0, MAX_LINE));
    yield lines;
  }
  rest += decoder === undefined ? new TextDecoder().decode(start) : decoder.decode();
  if (rest !== "") yield [rest];
}
