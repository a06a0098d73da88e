export const target: URL;
export function schema(): Promise<string>;
