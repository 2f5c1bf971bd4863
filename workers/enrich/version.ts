/** Changes whenever the same text may be tagged otherwise. */
export const enricherVersion = 'enrich-3';
export const gazetteerVersion = 'gazetteer-2';
