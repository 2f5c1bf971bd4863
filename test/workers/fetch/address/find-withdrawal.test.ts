import { expect, test } from '@jest/globals';
import { findWithdrawal } from '../../../../workers/fetch/address/find-withdrawal.ts';

const page = (block: string) =>
  `<html><head><title>Quartz Wire</title><script>"This story has been withdrawn"</script></head><body><nav><a>Home</a></nav>
   <main>${block}</main><p>Harbour talks resume on Monday, the port said.</p></body></html>`;

test.each([
  '<p>This story has been <b>withdrawn</b> by the agency.</p>',
  '<h1>KILL: Ferry line to reopen</h1>',
  '<div>Editor’s note: The article above has been removed while we check its facts.</div>',
  '<h2>Withdrawn</h2>',
  '<p>Материал снят с публикации.</p>',
  '<p>Эта статья была удалена по просьбе автора</p>',
  '<p>Bu haber yayından kaldırılmıştır.</p>',
  '<p>Bu xəbər saytdan silinib.</p>',
  '<p>Dieser Artikel wurde zurückgezogen.</p>',
  '<p>Cet article a été retiré.</p>',
  '<p>Esta noticia ha sido eliminada.</p>',
])('a page says that it was withdrawn: %s', (block) => {
  expect(findWithdrawal(page(block))).toBe(block.replace(/<[^>]+>/g, ''));
});

test.each([
  '<p>The ministry said this story has been withdrawn from schools.</p>',
  '<p>“This story has been withdrawn,” the rival paper wrote.</p>',
  '<h1>Kill switch found in ferry engines</h1>',
  '<h1>Troops withdrawn from the border</h1>',
  '<p>This article has been updated to add the price.</p>',
  '<p>The report was withdrawals-heavy.</p>',
  '<p>Статья удаленного работника вызвала спор.</p>',
  `<p>This story has been removed from the syllabus, ${'and teachers argue about it at length. '.repeat(12)}</p>`,
])('a page only speaks of it: %s', (block) => {
  expect(findWithdrawal(page(block))).toBeNull();
});

test('a notice holds nothing that the store would refuse, or the kill would be lost', () => {
  expect(findWithdrawal(page('<h2>Retraction: the \u0000ferry\u001b line</h2>'))).toBe('Retraction: the ferry line');
});
