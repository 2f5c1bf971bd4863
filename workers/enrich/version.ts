/** Changes whenever the same text may be tagged otherwise. */
export const enricherVersion = 'enrich-2';
export const gazetteerVersion = 'gazetteer-1';
