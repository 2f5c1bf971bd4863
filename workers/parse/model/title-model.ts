/** Made by `npm run train -- parse`; see title.md. */
export const titleModel: readonly number[] = [1.295, 0.25, 1.737, -0.749, 1.022, -1.233, 0.89, -1.486, -2.933, 1.031, 0.98, 0.324];
