/** Pages of our own writing in the layouts the parse stage must split. */
const paragraphs = [
  'The transport minister of Norland, Ilse Varga, will travel to the coast on Thursday to open the harbour that her government promised four years ago, our correspondent reports.',
  'The harbour will serve ferries to the islands and take the freight that now goes by road. Builders finished the last pier in October, two months behind the plan.',
  'Varga told reporters that the delay had cost the state nothing. "We pay for piers, not for promises," she said.',
];
const briefs = [
  "Norland's parliament on Tuesday approved the budget for next year with 88 votes against 60.",
  'The journalist Omar Desta ended his hunger strike yesterday, which he had begun on November 18. His lawyer said that he was weak but well.',
  'Grain prices fell in the capital for the third week. Speaking on November 22 at a fair, the farm minister said: "No export will be stopped."',
  'On 22 November, a group of teachers held a march in the capital under the slogan ‘Books, not bills!’',
];
const headline = 'Minister Heads to the Coast To Open Harbour After Long Delay';

export const seedShape = { headline, paragraphs, briefs };
export const seedText = [
  headline,
  headline,
  ...paragraphs,
  'Politics',
  ...briefs.flatMap((brief) => ['-', brief]),
  'Leave a review',
].join('\n');
export const seedHtml = `<!DOCTYPE html><html lang="en"><head><title>${headline} | Norland Wire</title><meta property="og:title" content="${headline}"></head>
<body><nav><a href="/">Home</a><a href="/w">World</a></nav><div class="content"><h1>${headline}</h1><h2>${headline}</h2>
<div class="text">${paragraphs.map((text) => `<p>${text}</p>`).join('')}</div>
<h3>Politics</h3>${briefs.map((brief) => `<div class="row"><span>-</span><p>${brief}</p></div>`).join('')}
<a href="#r">Leave a review</a></div><footer><p>All rights reserved by the wire and its owners.</p></footer></body></html>`;

export const ordinaryHtml = `<html lang="en"><head><title>Five villages wait for water</title></head><body><article><h1>Five villages wait for water</h1>
${paragraphs.map((text) => `<p>${text}</p>`).join('')}<h2>What the mayor says</h2><p>The mayor said that the pipes would reach the villages before the winter.</p>
<ul><li>The first village has had no water since the spring, its elder said.</li><li>The second village shares one well with the school, its elder said.</li><li>The third one buys water from a lorry twice a week, its elder said.</li></ul></article>
<div class="related"><h3>Related</h3><ul><li><a href="/a">Bridge closed after the flood in the northern valley</a></li><li><a href="/b">Schools open late as heating fails again</a></li></ul></div></body></html>`;

const headed = [
  [
    'Ferry runs aground',
    'A ferry with 40 passengers ran aground near the lighthouse on Monday. Nobody was hurt, the coast guard said.',
  ],
  [
    'Court frees editor',
    'A court in the capital freed the editor of a weekly on bail. Her trial begins in spring, the judge said.',
  ],
  [
    'Bakers raise prices',
    'Bakers in three cities raised the price of bread by a tenth. They blame the cost of flour and of gas.',
  ],
];
export const headedHtml = `<html><body><main><h1>Harbour opens to first ship</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}
<section><h2>News in brief</h2>${headed.map(([head, text]) => `<h3>${head}</h3><p>${text}</p>`).join('')}</section></main></body></html>`;

export const datelinesText = [
  'Regional wire',
  '',
  'OSTBURG (Norland Wire) - The mayor of Ostburg opened a bridge on Monday that joins the two banks of the town.',
  '',
  'WESTHAVEN (Norland Wire) - Fishermen blocked the port for six hours to protest against the new quotas.',
  '',
  'MIDFORD (Norland Wire) - A court ordered the town to pay the owners of the flooded shops before the winter.',
].join('\n');

export const liveHtml = `<html><head><script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Storm reaches the coast","liveBlogUpdate":[]}</script></head><body><h1>Storm reaches the coast</h1>
<p>A storm reached the coast of Norland on Monday and cut the power of forty thousand homes, the grid said.</p>
<p>14:05</p><p>The power is back in half of the homes of Ostburg, the grid's spokeswoman told the wire.</p>
<p>13:20</p><p>The ferry to the islands has turned back and will not sail before the evening, its owner said.</p>
<p>12:40</p><p>Schools in the whole district sent their pupils home before noon because of the wind, the council said.</p></body></html>`;

export const russianText =
  'Совещание по урожаю прошло в столице. Министр сельского хозяйства заявил, что зерна хватит на два года. Вывоз останавливать не будут, добавил он.';

/** One-paragraph reports of a bulletin, about different places and people. */
export const reports = [
  [
    'Ferry runs aground off Ostburg',
    'A ferry with 40 passengers ran aground near the lighthouse of Ostburg on Monday. Nobody was hurt, the coast guard said.',
  ],
  [
    'Court frees editor in Midford',
    'A court in Midford freed the editor of a weekly on bail. Her trial begins in spring, Judge Ana Lorenz said.',
  ],
  [
    'Bakers raise prices',
    'Bakers in three cities raised the price of bread by a tenth. Their guild blames the cost of flour and of gas.',
  ],
  [
    'Northern road open again',
    'The road to the northern valley is open again after the avalanche of last week. Lorries must wait until Friday.',
  ],
  [
    'Museum gets its bell back',
    'The museum of Westhaven has got back the bell that thieves took in the summer. A fisherman found it in his net.',
  ],
] as const;

/** A text as old wires and mails send it, hard-wrapped at 60 characters. */
export const wrap = (text: string): string => text.replace(/(?=[^\n]{61})([^\n]{1,60}) /g, '$1\n');
