import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';

// `age.mjs encrypt FOLDER FIXTURES SIZE`: what age-encryption takes for the product's bundle, to two recipients.
const [, , fixtures] = process.argv.slice(2);
const bytes = readFileSync(path.join(fixtures, 'team01-dev1.jxb'));
const encrypter = new Encrypter();
for (let count = 0; count < 2; count += 1)
  encrypter.addRecipient(await identityToRecipient(await generateX25519Identity()));
const idle = process.memoryUsage().rss;
const from = process.cpuUsage();
const start = performance.now();
await encrypter.encrypt(bytes);
const ms = performance.now() - start;
const { user, system } = process.cpuUsage(from);
console.log(
  JSON.stringify({ ms, cpuMs: (user + system) / 1000, rssBytes: process.resourceUsage().maxRSS * 1024 - idle }),
);
