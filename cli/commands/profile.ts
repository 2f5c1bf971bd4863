import type { Profile } from '../../schemas/profile.ts';
import type { ExplainedPage } from '../../workers/parse/parse-page.ts';
import type { Command, Given } from '../command.ts';
import { text } from '../command.ts';
import { placeOf } from '../explained-page.ts';
import { readProfile, readProfiles } from '../read-profiles.ts';
import { explainNamed, readSource } from '../read-source.ts';
import { UsageError } from '../usage-error.ts';

type Change = { text: string; generic: string; profile: string };
type Comparison = { page: string; generic: string; profile: string; changes: Change[] };

export const profile: Command = {
  help: `
wiredesk profile list             the profiles of the data folder (profiles/*.json); a running desk read them at its start
wiredesk profile test FILE PAGE…  what the profile in FILE changes on each PAGE (a file or URL) against the generic reading

  --allow-private CIDR  let a URL lead to this private network (repeatable)`,
  options: { 'allow-private': { type: 'string', multiple: true }, url: { type: 'string' } },
  async run(given) {
    const [action = 'list', file, ...pages] = given.words;
    if (action === 'list') return list(given);
    if (action !== 'test') throw new UsageError(`unknown action: profile ${action}; see wiredesk profile --help`);
    if (!file || pages.length === 0)
      throw new UsageError('profile test takes a profile FILE and at least one PAGE; see wiredesk profile --help');
    const own = readProfile(file);
    const compared: Comparison[] = [];
    for (const page of pages) compared.push(await compare(own, page, given));
    process.stdout.write(given.json ? `${JSON.stringify(compared, null, 2)}\n` : compared.map(readable).join('\n'));
    return 0;
  },
};

function list({ dataDir, json }: Given): number {
  const profiles = readProfiles(dataDir);
  if (json) process.stdout.write(`${JSON.stringify(profiles, null, 2)}\n`);
  else if (profiles.length === 0) process.stdout.write(`no profiles: put them into ${dataDir}/profiles/NAME.json\n`);
  else
    for (const { name, hosts, validFrom, validUntil } of profiles)
      process.stdout.write(`${name}  ${hosts.join(' ')}  ${validFrom ?? 'always'} to ${validUntil ?? 'today'}\n`);
  return 0;
}

/** Both readings give the same blocks, so what differs is where each of them went. */
async function compare(profile: Profile, page: string, given: Given): Promise<Comparison> {
  const source = await readSource(page, given, text(given, 'url') ?? `https://${profile.hosts[0]}/`);
  const generic = explainNamed(page, source);
  const byProfile = explainNamed(page, { ...source, profile });
  const changes = generic.blocks.flatMap((block, at): Change[] => {
    const other = byProfile.blocks[at];
    const [before, after] = [placeOf(block), other ? placeOf(other) : ''];
    return before === after ? [] : [{ text: block.text, generic: before, profile: after }];
  });
  return { page, generic: inShort(generic), profile: inShort(byProfile), changes };
}

function inShort({ parsed: { items } }: ExplainedPage): string {
  const story = items.find((item) => item.kind === 'story');
  const briefs = items.filter((item) => item.kind === 'brief').length;
  return `${story ? `a story of ${story.body.length} characters` : 'no story'}, ${briefs} briefs`;
}

function readable({ page, generic, profile, changes }: Comparison): string {
  const rows = changes.map(
    (change) =>
      `    ${change.generic.padEnd(15)} -> ${change.profile.padEnd(15)}  ${change.text.replace(/\s+/g, ' ').slice(0, 70)}\n`,
  );
  return `${page}\n  generic  ${generic}\n  profile  ${profile}\n${rows.length > 0 ? rows.join('') : '    nothing changes\n'}`;
}
