import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type Api, apiOf } from './api';

/** The binary under test; specs that end it or need an empty database start their own. */
export const BINARY = process.env.E2E_BINARY;

export interface Server {
  /** The origin of its pages. */
  origin: string;
  api: Api;
  /** Ends the process at once, as a crash would. */
  kill: () => Promise<void>;
  /** Starts it again at the same address and with the same data. */
  start: () => Promise<void>;
  /** Runs it at an address that no page knows while it is down, so that all pages miss the changes of `act`. */
  elsewhere: (act: (api: Api) => Promise<unknown>) => Promise<void>;
  /** Ends it for good and removes its data. */
  stop: () => Promise<void>;
}

/** Starts `up` on free ports with data of its own. */
export async function startServer(options: readonly string[] = []): Promise<Server> {
  if (!BINARY) throw new Error('E2E_BINARY names no binary');
  const binary = BINARY;
  const data = await mkdtemp(join(tmpdir(), 'omnitraffick-e2e-'));
  let child: ChildProcess | undefined;
  const launch = async (port: number) => {
    const args = ['up', '--listen', `127.0.0.1:${port}`, '--sandbox-listen', `127.0.0.1:${await freePort()}`];
    child = spawn(binary, [...args, '--data-dir', data, ...options], { cwd: data, stdio: 'ignore' });
    const health = `http://127.0.0.1:${port}/health`;
    await expect.poll(() => answers(health), { timeout: 20_000, intervals: [50] }).toBe(true);
    return `http://127.0.0.1:${port}`;
  };
  const kill = async () => {
    const ended = child;
    child = undefined;
    if (!ended || ended.exitCode !== null) return;
    const gone = new Promise((resolve) => ended.once('exit', resolve));
    ended.kill('SIGKILL');
    await gone;
  };
  const port = await freePort();
  const own = await launch(port);
  return {
    origin: own,
    api: apiOf(own),
    kill,
    start: async () => void (await launch(port)),
    elsewhere: async (act) => {
      await act(apiOf(await launch(await freePort())));
      await kill();
    },
    stop: async () => {
      await kill();
      await rm(data, { recursive: true, force: true });
    },
  };
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    (response) => response.ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
