import { codeNow } from './lib/second.factor.ts';
import { table } from './lib/table.mjs';
import { program, Trouble } from './lib/trouble.mjs';
import { knownPeople } from './try/system.ts';

/** `npm run code [NAME …]`: how the first people sign in now: name, password, and the code of the second factor. */
await program(async () => {
  const asked = process.argv.slice(2);
  const people = knownPeople();
  const unknown = asked.find((name) => !people.some((p) => p.name === name));
  if (unknown !== undefined)
    throw new Trouble(`Nobody in credentials.json is called ${unknown}; without a name all are shown.`);
  const rows = people
    .filter(({ name }) => asked.length === 0 || asked.includes(name))
    .map(({ name, password, secondFactor }) => {
      if (secondFactor === undefined) return [name, password, 'no code needed'];
      const { code, seconds } = codeNow(secondFactor);
      return [name, password, `${code} (${seconds} s more)`];
    });
  process.stdout.write(`${table([['NAME', 'PASSWORD', 'CODE'], ...rows])}\n`);
  return 0;
});
