import type { PersonTag } from '../../../schemas/item.ts';

/** Tags whose names turn out to be one person's ("Ceyhun", "Jeyhun") are one tag, under the first name that the item itself gives. */
export const onePerKey = (people: readonly PersonTag[]): PersonTag[] => {
  const byKey = new Map<string, PersonTag>();
  for (const person of people) {
    const twin = byKey.get(person.key);
    if (!twin) {
      byKey.set(person.key, person);
      continue;
    }
    const [fuller, other] = twin.nameFrom === 'item' ? [twin, person] : [person, twin];
    byKey.set(person.key, {
      ...fuller,
      role: fuller.role ?? other.role,
      mentions: [...twin.mentions, ...person.mentions].sort(byPlace),
      salience: Math.max(twin.salience, person.salience),
    });
  }
  return [...byKey.values()];
};

type Place = PersonTag['mentions'][number];
const byPlace = (one: Place, other: Place): number =>
  one.in === other.in ? one.start - other.start : one.in === 'headline' ? -1 : 1;
