// A training that is kept in a file under Node's permission model: what comes of it.
import { fit, Network } from 'glassbox-nn';
import { xor } from 'glassbox-nn/data';
import { fileCheckpoint, loadCheckpoint } from 'glassbox-nn/node';

const [, , path = ''] = process.argv;
const history = await fit(new Network([2, 3, 1]), xor(), { epochs: 3, checkpoint: fileCheckpoint(path) });
console.log(JSON.stringify({ epochs: history.length, saved: (await loadCheckpoint(path)) !== undefined }));
