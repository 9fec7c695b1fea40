// workerd, which runs Cloudflare's workers: as of today, and by the rules of 2023, which have no MessageChannel. Its clock stands still
// while a timer waits.
import type { Environment } from '../environment.js';
import { freePort, textAt } from '../page.js';
import { MODULE } from '../programText.js';
import type { Project } from '../project.js';
import { packages } from '../versions.js';

const WORKER = `import { program } from './program.js';
export default { fetch: async () => new Response(await program(false)) };`;

async function workerOf(date: string, project: Project): Promise<string> {
  const port = await freePort();
  project.write(
    `${date}.capnp`,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (modules = [(name = "worker", esModule = embed "bundle.js")], compatibilityDate = "${date}"))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]
);`,
  );
  const command = ['node_modules/workerd/bin/workerd', 'serve', '--control-fd=1', `${date}.capnp`];
  await project.start(process.execPath, command, /"listen"/);
  return textAt(`http://127.0.0.1:${port}`);
}

export const workerd: Environment = {
  packages: packages('workerd', 'esbuild'),
  async prepare(project) {
    project.write('program.js', MODULE);
    project.write('worker.js', WORKER);
    // As its own command, wrangler, does.
    await project.node('node_modules/esbuild/bin/esbuild', 'worker.js', '--bundle', '--format=esm', '--outfile=bundle.js');
  },
  places: {
    'rules of 2025': (project) => workerOf('2025-09-01', project),
    'rules of 2023': (project) => workerOf('2023-01-01', project),
  },
};
