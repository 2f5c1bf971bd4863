const refreshMs = 3000;
const byId = (id) => document.getElementById(id);

/** An element with text and attributes; text only, so that nothing of a page is ever run. */
function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

function stage(label, number, note) {
  return element(
    'li',
    {},
    element('strong', {}, String(number)),
    element('span', {}, label),
    note ? element('span', {}, ` · ${note}`) : '',
  );
}

const open = (jobs) => (jobs ? jobs.active + jobs.waiting : 0);

function drawStages(counts) {
  const { jobs } = counts;
  const note = (n) => (n > 0 ? `${n} in work` : '');
  byId('stages').replaceChildren(
    stage('feeds', counts.feeds, note(open(jobs['fetch-feed']))),
    stage('pages captured', counts.captures, note(open(jobs['fetch-page']))),
    stage('pages parsed', counts.parsed, note(open(jobs.parse))),
    stage('stories', counts.stories, note(open(jobs.enrich))),
    stage('briefs', counts.briefs, ''),
  );
}

/** More rows than this are read by nobody, and are drawn every few seconds. */
const maxTroubles = 50;
/** As in `/healthz`: due for ten minutes and not polled. */
const lateMs = 600_000;
const isLate = (feed) => Date.parse(feed.nextCheckAt ?? feed.createdAt) < Date.now() - lateMs;
const timeOf = (iso) => new Date(iso).toLocaleString();

function drawTroubles(feeds, deadLetters, drifted) {
  const polled = feeds.filter((feed) => feed.state !== 'paused');
  const letters = new Map(deadLetters.map(({ fingerprint }) => [fingerprint, []]));
  for (const letter of deadLetters) letters.get(letter.fingerprint).push(letter);
  const rows = [
    ...polled
      .filter(isLate)
      .map((feed) => `Feed ${feed.url}: late, due since ${timeOf(feed.nextCheckAt ?? feed.createdAt)}`),
    ...polled.filter((feed) => feed.lastError).map((feed) => `Feed ${feed.url}: ${feed.lastError}`),
    ...polled.filter((feed) => feed.silent).map((feed) => `Feed ${feed.url}: ${feed.silent}`),
    ...[...letters.values()].map(
      ([first, ...like]) =>
        `Dead letter (${first.stage}): ${first.reason}${like.length ? ` · and ${like.length} like it` : ''}`,
    ),
    ...drifted.map((page) => `Page outside its publisher's habit, ${page.url}: ${page.drift}`),
  ];
  byId('trouble').hidden = rows.length === 0;
  const more = rows.length - maxTroubles;
  const shown =
    more > 0
      ? [...rows.slice(0, maxTroubles), `and ${more} more: wiredesk feeds list, wiredesk dead-letters list`]
      : rows;
  byId('troubles').replaceChildren(...shown.map((row) => element('li', {}, row)));
}

const countryNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });
/** Items whose text is shown; kept over a redraw. */
const opened = new Set();

/** A field's text with each mention marked; what it stands for is told on pointing at it. */
function marked(item, field) {
  const text = item[field] ?? '';
  const mentions = [
    ...item.countries.map((tag) => [tag, 'country', countryNames.of(tag.code)]),
    ...item.people.map((tag) => [tag, 'person', [tag.name, tag.role].filter(Boolean).join(', ')]),
  ].flatMap(([tag, kind, label]) =>
    tag.mentions.filter((mention) => mention.in === field).map((mention) => ({ ...mention, kind, label })),
  );
  const nodes = [];
  let at = 0;
  for (const { start, end, kind, label, how } of mentions.sort((one, other) => one.start - other.start)) {
    if (start < at) continue;
    const title = kind === 'country' ? `${label} (${how})` : label;
    nodes.push(text.slice(at, start), element('mark', { class: kind, title }, text.slice(start, end)));
    at = end;
  }
  return [...nodes, text.slice(at)];
}

function evidence(item) {
  const path = `/v1/items/${encodeURIComponent(item.id)}?versions=1`;
  return element(
    'div',
    { class: 'evidence' },
    item.headline ? element('p', { class: 'headline' }, ...marked(item, 'headline')) : '',
    element('p', {}, ...marked(item, 'body')),
    element(
      'p',
      { class: 'quiet' },
      element('a', { href: item.url }, item.url),
      ' · ',
      element('a', { href: path }, 'JSON'),
    ),
  );
}

function headlineOf(item) {
  const words = item.headline ?? (item.body.length > 140 ? `${item.body.slice(0, 139)}…` : item.body);
  const summary = element(
    'summary',
    { class: 'item' },
    element('span', { class: `kind ${item.kind}` }, item.kind),
    words,
  );
  const details = element('details', opened.has(item.id) ? { open: '' } : {}, summary);
  details.addEventListener('toggle', () => {
    opened[details.open ? 'add' : 'delete'](item.id);
    if (details.open && details.childElementCount === 1) details.append(evidence(item));
  });
  return details;
}

/** What it is about first and strong, what it merely mentions after that. */
function countryTags({ countries, about }) {
  const tags = [...countries].sort((one, other) => other.salience - one.salience);
  return tags.flatMap(({ code, mentions }) => {
    const words = [...new Set(mentions.map((mention) => mention.text))].join(', ');
    const kind = about.includes(code) ? 'about' : 'mentioned';
    return [element('abbr', { class: kind, title: `${countryNames.of(code)}: ${words}` }, code), ' '];
  });
}

function personTags({ people }) {
  return people.flatMap(({ key, name, role }, at) => [
    at > 0 ? ', ' : '',
    element('a', { class: 'person', href: `/v1/people/${encodeURIComponent(key)}`, title: role ?? '' }, name),
  ]);
}

function row(item) {
  const state = item.pubStatus === 'usable' ? '' : ` (${item.pubStatus})`;
  const extra = [item.section, item.version > 1 ? `version ${item.version}` : ''].filter(Boolean).join(' · ');
  return element(
    'tr',
    { class: `${item.kind} ${item.pubStatus}` },
    element('td', {}, headlineOf(item), state, extra ? element('div', { class: 'quiet' }, extra) : ''),
    element('td', {}, ...countryTags(item)),
    element('td', {}, ...personTags(item)),
    element('td', { class: 'quiet' }, item.publisher),
    element('td', { class: 'quiet' }, item.date.value ?? ''),
  );
}

async function get(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
  return answer.json();
}

let drawnSeq = -1;

async function refresh() {
  const state = byId('state');
  try {
    const [counts, newest, { feeds }, { deadLetters }, { pages }] = await Promise.all(
      ['/v1/counts', '/v1/newest?limit=60', '/v1/feeds', '/v1/dead-letters', '/v1/drift'].map(get),
    );
    drawStages(counts);
    drawTroubles(feeds, deadLetters, pages);
    // Drawn anew only when an item is: a reader may have a text selected.
    if (counts.newestSeq !== drawnSeq) byId('items').replaceChildren(...newest.items.map(row));
    drawnSeq = counts.newestSeq;
    byId('empty').hidden = newest.items.length > 0;
    state.className = '';
    state.textContent = `running · ${counts.feedsActive} of ${counts.feeds} feeds polled · updated ${new Date().toLocaleTimeString()}`;
  } catch (error) {
    state.className = 'bad';
    state.textContent = `the desk does not answer (${error.message}); trying again`;
  }
  setTimeout(refresh, refreshMs);
}

refresh();
