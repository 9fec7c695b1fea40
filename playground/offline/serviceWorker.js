// The service worker: keeps the site's files, and answers from them, so that the page works offline after its first visit.
// The build puts VERSION and FILES in front of it: see precache.ts.
/* global VERSION, FILES */

/** Caches of this page alone; other pages of the same host have their own. */
const PREFIX = `glassbox-nn-playground ${self.registration.scope} `;
const CACHE = PREFIX + VERSION;

self.addEventListener('install', (event) => {
  // Past the browser's own cache, so that a new version never keeps an old file.
  const requests = FILES.map((file) => new Request(file, { cache: 'no-cache' }));
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(requests)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(removeOld().then(() => self.clients.claim()));
});

async function removeOld() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
}

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method !== 'GET' || new URL(url).origin !== self.location.origin || !url.startsWith(self.registration.scope)) return;
  event.respondWith(answer(event.request));
});

/** What is kept; all else, which is nothing of the page, from the network. */
async function answer(request) {
  const cache = await caches.open(CACHE);
  // Some hosts answer with `Vary: Origin`, though the files are the same for everyone; a script is asked for with an origin, and
  // was kept without.
  const kept = await cache.match(request, { ignoreSearch: request.mode === 'navigate', ignoreVary: true });
  return kept ?? fetch(request);
}
