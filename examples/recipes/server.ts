// A server that reads digits: POST 784 numbers, a picture or strokes of a pen as JSON, and it answers JSON.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { recognize } from 'glassbox-nn/digits';

const MOST_CHARACTERS = 1_000_000;

/** The status of the answer, and what is sent as JSON. */
async function answerTo(request: IncomingMessage): Promise<[status: number, body: object]> {
  if (request.method !== 'POST') return [405, { error: 'POST 784 numbers, a picture { data, width, height }, or strokes.' }];
  let text = '';
  for await (const part of request.setEncoding('utf8')) {
    if (text.length <= MOST_CHARACTERS) text += part; // what is beyond is read, and not kept
  }
  if (text.length > MOST_CHARACTERS) return [413, { error: `expected at most ${MOST_CHARACTERS} characters` }];
  try {
    const { digit = null, confidence } = recognize(JSON.parse(text));
    return [200, { digit, confidence }]; // null where there is nothing to read
  } catch (error) {
    // The library's errors say what is wrong with the input, and carry a code. Any other is a fault of this program.
    const { name, message, code } = error as Error & { code?: string };
    if (name === 'SyntaxError') return [400, { error: `expected JSON: ${message}` }];
    if (code !== undefined) return [400, { error: message }];
    console.error(error);
    return [500, { error: 'something went wrong here' }];
  }
}

const server = createServer(async (request, response) => {
  const [status, body] = await answerTo(request);
  response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(body)}\n`);
});

server.listen(Number(process.env.PORT ?? 8080), '127.0.0.1', () => {
  console.log(`Reading digits at http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
