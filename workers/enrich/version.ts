/** Changes whenever the same text may be tagged otherwise. */
export const enricherVersion = 'enrich-4';
export const gazetteerVersion = 'gazetteer-2';

/** Every table and model behind a tag, by name: stands as `models` on each item version. One that is added belongs here. */
export const enrichModels: Readonly<Record<string, string>> = { gazetteer: gazetteerVersion };
