// SvelteKit: on the server and in the browser, as built for Node.
import type { Environment } from '../environment.js';
import { freePort, resultOfPage, textAt } from '../page.js';
import { MODULE } from '../programText.js';
import { packages } from '../versions.js';

let origin = '';

export const svelteKit: Environment = {
  packages: packages('@sveltejs/kit', '@sveltejs/adapter-node', '@sveltejs/vite-plugin-svelte', 'svelte', 'vite'),
  async prepare(project) {
    project.write(
      'vite.config.js',
      `import { sveltekit } from '@sveltejs/kit/vite';\nexport default { plugins: [sveltekit()] };`,
    );
    project.write(
      'svelte.config.js',
      `import adapter from '@sveltejs/adapter-node';\nexport default { kit: { adapter: adapter() } };`,
    );
    project.write(
      'src/app.html',
      '<!doctype html><html lang="en"><head>%sveltekit.head%</head><body><div>%sveltekit.body%</div></body></html>',
    );
    project.write('src/lib/program.js', MODULE);
    project.write(
      'src/routes/server/+page.server.js',
      `import { program } from '$lib/program.js';\nexport const load = async () => ({ text: await program() });`,
    );
    project.write('src/routes/server/+page.svelte', '<script>\n  let { data } = $props();\n</script>\n<p>{data.text}</p>');
    project.write(
      'src/routes/client/+page.svelte',
      `<script>
  import { onMount } from 'svelte';
  import { program } from '$lib/program.js';
  let text = $state('');
  onMount(async () => {
    text = await program();
  });
</script>
<p id="result">{text}</p>`,
    );
    await project.node('node_modules/vite/bin/vite.js', 'build');
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    await project.start(process.execPath, ['build'], /Listening on/, {
      env: { PORT: `${port}`, HOST: '127.0.0.1', ORIGIN: origin },
    });
  },
  places: {
    server: () => textAt(`${origin}/server`),
    browser: () => resultOfPage(`${origin}/client`),
  },
};
