/**
 * The first date in a text that is written in this form (`DD.MM.YYYY`; D, M and Y stand for digits, one letter for one or
 * two), as an ISO 8601 day. Null where none stands there or it is no day of the calendar.
 */
export function readDate(text: string, format: string): string | null {
  const pattern = format.replace(/[.]/g, '\\.').replace(/YYYY|DD?|MM?/g, (field) => {
    const name = field[0] === 'Y' ? 'year' : field[0] === 'M' ? 'month' : 'day';
    return `(?<${name}>${field === 'YYYY' ? '\\d{4}' : field.length === 2 ? '\\d{2}' : '\\d{1,2}'})`;
  });
  const found = new RegExp(`(?<!\\d)${pattern}(?!\\d)`).exec(text)?.groups;
  if (!found) return null;
  const { year = '', month = '', day = '' } = found;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const real = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(iso) ? iso : null;
}
