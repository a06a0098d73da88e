/** Calls the API of a server as another client would; throws every failure. */
export function apiOf(origin: string) {
  return async <Body>(method: string, path: string, body?: object): Promise<Body> => {
    const response = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text ? JSON.parse(text) : undefined) as Body;
  };
}

export type Api = ReturnType<typeof apiOf>;

export interface Entity {
  id: string;
  name: string;
  status: string;
}

let count = 0;

/** A code that no other test or run uses: letters only. */
export function uniqueCode(): string {
  count += 1;
  const digits = `${Date.now()}${process.pid}${count}`.slice(-9);
  return [...digits].map((digit) => 'QWERTZUIOP'[Number(digit)]).join('');
}
