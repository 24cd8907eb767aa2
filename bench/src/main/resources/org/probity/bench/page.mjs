// Runs the verification core of verify.html over packages that come in on standard input:
// policy (4-byte length, bytes), then for each package 4-byte length and bytes; answers one line "VERDICT code,code" each.
import fs from 'node:fs';
const html = fs.readFileSync(process.argv[2], 'utf8');
(0, eval)(html.match(/<script id="core">([\s\S]*?)<\/script>/)[1]);
let rest = Buffer.alloc(0), policy;
for await (const chunk of process.stdin) {
  rest = Buffer.concat([rest, chunk]);
  while (rest.length >= 4 && rest.length >= 4 + rest.readUInt32BE(0)) {
    const bytes = rest.subarray(4, 4 + rest.readUInt32BE(0));
    rest = rest.subarray(4 + bytes.length);
    if (policy === undefined) { policy = bytes.toString('utf8'); continue }
    const verdict = await globalThis.probityVerify(bytes, policy, '');
    process.stdout.write(verdict.verdict + ' ' + verdict.faults.map(f => f.code).join() + '\n');
  }
}
