// The script of a recording's page. The page's policy names its hash (pageHashes.ts): a test tells the new one when a letter changes.

/** Runs in the page, with nothing from outside: shows the frame that the slider is at. */
export const PAGE_SCRIPT = `(() => {
  const byId = (id) => document.getElementById(id);
  const data = JSON.parse(byId('recording').textContent);
  const frames = data.frames.map((frame) => ({
    ...frame,
    bytes: Uint8Array.from(atob(frame.weights), (letter) => letter.charCodeAt(0)),
  }));
  const canvas = byId('weights');
  const context = canvas.getContext('2d');
  const slider = byId('step');
  const play = byId('play');
  const { width, height, columns, neurons, gap } = data;
  const rows = Math.ceil(neurons / columns);
  canvas.width = gap + columns * (width + gap);
  canvas.height = gap + rows * (height + gap);
  const image = context.createImageData(canvas.width, canvas.height);
  const { positive, negative, zero, between, missing } = data.colours;

  function paint(at, colour, share) {
    for (let part = 0; part < 3; part++) image.data[at + part] = zero[part] + (colour[part] - zero[part]) * share;
    image.data[at + 3] = 255;
  }

  function draw(frame) {
    for (let at = 0; at < image.data.length; at += 4) {
      image.data.set(between, at);
      image.data[at + 3] = 255;
    }
    const size = width * height;
    for (let index = 0; index < neurons * size; index++) {
      const neuron = Math.floor(index / size);
      const place = index % size;
      const x = gap + (neuron % columns) * (width + gap) + (place % width);
      const y = gap + Math.floor(neuron / columns) * (height + gap) + Math.floor(place / width);
      const at = (y * canvas.width + x) * 4;
      const byte = frame.bytes[index] > 127 ? frame.bytes[index] - 256 : frame.bytes[index];
      if (byte === -128) {
        paint(at, missing, 1);
        continue;
      }
      const share = ((byte / 127) * frame.scale) / data.scale;
      paint(at, share < 0 ? negative : positive, Math.min(1, Math.abs(share)));
    }
    context.putImageData(image, 0, 0);
  }

  function show(index) {
    const frame = frames[index];
    draw(frame);
    slider.value = String(index);
    slider.setAttribute('aria-valuetext', frame.words);
    byId('words').textContent = frame.words;
    canvas.setAttribute('aria-label', 'Weights of ' + neurons + ' neurons, ' + frame.words);
    for (const cursor of document.querySelectorAll('.cursor')) {
      cursor.setAttribute('x1', frame.x);
      cursor.setAttribute('x2', frame.x);
    }
  }

  let timer;
  function stop() {
    clearInterval(timer);
    timer = undefined;
    play.textContent = 'Play';
  }
  slider.addEventListener('input', () => {
    stop();
    show(Number(slider.value));
  });
  play.addEventListener('click', () => {
    if (timer !== undefined) return stop();
    play.textContent = 'Pause';
    if (Number(slider.value) === frames.length - 1) show(0);
    timer = setInterval(() => {
      const next = Number(slider.value) + 1;
      if (next >= frames.length) return stop();
      show(next);
    }, 120);
  });
  show(frames.length - 1);
})();`;
