// Next.js: on the server, in the browser, and at the edge, as it is built for publishing.
import type { Environment } from '../environment.js';
import { freePort, resultOfPage, textAt } from '../page.js';
import { MODULE } from '../programText.js';
import { packages } from '../versions.js';

let origin = '';

export const next: Environment = {
  packages: packages('next', 'react', 'react-dom'),
  async prepare(project) {
    project.write('program.js', MODULE);
    project.write('app/layout.js', `export default ({ children }) => <html lang="en"><body>{children}</body></html>;`);
    project.write(
      'app/page.js',
      `import { program } from '../program.js';
export const dynamic = 'force-dynamic';
export default async function Page() {
  return <p>{await program()}</p>;
}`,
    );
    project.write(
      'app/client/page.js',
      `'use client';
import { useEffect, useState } from 'react';
import { program } from '../../program.js';
export default function Page() {
  const [text, setText] = useState('');
  useEffect(() => {
    program().then(setText, (error) => console.error(error));
  }, []);
  return <p id="result">{text}</p>;
}`,
    );
    const route = (runtime: string) => `import { program } from '../../program.js';
export const runtime = '${runtime}';
export const dynamic = 'force-dynamic';
export const GET = async () => new Response(await program());`;
    project.write('app/edge/route.js', route('edge'));
    project.write('app/node/route.js', route('nodejs'));
    await project.node('node_modules/next/dist/bin/next', 'build');
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    const command = ['node_modules/next/dist/bin/next', 'start', '--port', `${port}`, '--hostname', '127.0.0.1'];
    await project.start(process.execPath, command, /Ready in/);
  },
  places: {
    'server component': () => textAt(origin),
    'client component': () => resultOfPage(`${origin}/client`),
    'route of Node': () => textAt(`${origin}/node`),
    'route at the edge': () => textAt(`${origin}/edge`),
  },
};
