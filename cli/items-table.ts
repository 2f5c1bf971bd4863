import Table from 'cli-table3';
import type { Item } from '../schemas/item.ts';

/** What the table shows of an item; a page parsed without a store has no publisher. */
export type ItemRow = Pick<Item, 'kind' | 'headline' | 'body' | 'section' | 'countries' | 'people' | 'date'> & {
  publisher?: string;
  pubStatus?: string;
};

const clip = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text;

/** One row an item, its countries and people by salience, briefs indented below their story; fits the terminal's width (columns, 140 when unknown). */
export function itemsTable(items: ItemRow[], columns = 140): string {
  const width = Math.max(90, Math.min(columns, 200));
  const fixed = 7 + 12 + 16 + 14 + 10;
  const rest = width - fixed - 15;
  const headline = Math.floor(rest * 0.62);
  const table = new Table({
    head: ['kind', 'headline or first words', 'section', 'countries', 'people', 'publisher', 'date'],
    colWidths: [8, headline, 13, 17, rest - headline + 2, 15, 12],
    style: { head: process.stdout.isTTY ? ['bold'] : [], border: process.stdout.isTTY ? ['grey'] : [], compact: true },
  });
  for (const item of items) table.push(row(item, headline));
  return table.toString();
}

function row(item: ItemRow, width: number): string[] {
  const lead = item.headline ?? item.body;
  const status = item.pubStatus && item.pubStatus !== 'usable' ? `[${item.pubStatus}] ` : '';
  const indent = item.kind === 'brief' ? '· ' : '';
  return [
    item.kind,
    clip(`${indent}${status}${lead.replace(/\s+/g, ' ')}`, width - 2),
    item.section ?? '',
    [...item.countries]
      .sort((a, b) => b.salience - a.salience)
      .map((country) => country.code)
      .join(' '),
    [...item.people]
      .sort((a, b) => b.salience - a.salience)
      .map((person) => person.name)
      .join(', '),
    item.publisher ?? '',
    item.date.value ?? '',
  ];
}
