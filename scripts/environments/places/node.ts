// Plain Node, with `import` and with `require`; what all others are compared with.
import type { Environment } from '../environment.js';
import { COMMONJS, MODULE } from '../programText.js';

export const node: Environment = {
  places: {
    async import(project) {
      project.write('program.mjs', `${MODULE}\nconsole.log(await program());`);
      return project.node('program.mjs');
    },
    async require(project) {
      project.write('program.cjs', `${COMMONJS}\nprogram().then(console.log);`);
      return project.node('program.cjs');
    },
  },
};
