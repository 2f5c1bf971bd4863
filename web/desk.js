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

function drawTroubles(feeds, deadLetters, drifted) {
  const rows = [
    ...feeds.filter((feed) => feed.lastError).map((feed) => `Feed ${feed.url}: ${feed.lastError}`),
    ...feeds.filter((feed) => feed.silent).map((feed) => `Feed ${feed.url}: ${feed.silent}`),
    ...deadLetters.map((letter) => `Dead letter (${letter.stage}): ${letter.reason}`),
    ...drifted.map((page) => `Page outside its publisher's habit, ${page.url}: ${page.drift}`),
  ];
  byId('trouble').hidden = rows.length === 0;
  byId('troubles').replaceChildren(...rows.map((row) => element('li', {}, row)));
}

function row(item) {
  const words = item.headline ?? (item.body.length > 140 ? `${item.body.slice(0, 139)}…` : item.body);
  const link = element(
    'a',
    { class: 'item', href: `/v1/items/${encodeURIComponent(item.id)}?versions=1`, title: item.body.slice(0, 400) },
    words,
  );
  const state = item.pubStatus === 'usable' ? '' : ` (${item.pubStatus})`;
  const extra = [item.section, item.version > 1 ? `version ${item.version}` : ''].filter(Boolean).join(' · ');
  return element(
    'tr',
    { class: `${item.kind} ${item.pubStatus}` },
    element(
      'td',
      {},
      element('span', { class: `kind ${item.kind}` }, item.kind),
      link,
      state,
      extra ? element('div', { class: 'quiet' }, extra) : '',
    ),
    element('td', {}, item.countries.map((country) => country.code).join(' ')),
    element('td', {}, item.people.map((person) => person.name).join(', ')),
    element('td', { class: 'quiet' }, item.publisher),
    element('td', { class: 'quiet' }, item.date.value ?? ''),
  );
}

async function get(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
  return answer.json();
}

async function refresh() {
  const state = byId('state');
  try {
    const [counts, newest, { feeds }, { deadLetters }, { pages }] = await Promise.all(
      ['/v1/counts', '/v1/newest?limit=60', '/v1/feeds', '/v1/dead-letters', '/v1/drift'].map(get),
    );
    drawStages(counts);
    drawTroubles(feeds, deadLetters, pages);
    byId('items').replaceChildren(...newest.items.map(row));
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
