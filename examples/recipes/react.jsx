// A network that learns in a React component: its effect trains, and its clean-up stops the training.
import { adam, evaluate, fit, Network, tanh } from 'glassbox-nn';
import { circles } from 'glassbox-nn/data';
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

const rings = circles();

function TwoRings() {
  const [network] = useState(() => new Network([2, 16, 1], { hidden: tanh })); // one object for as long as the component lives
  const [epoch, setEpoch] = useState(0); // counts what React cannot see: the weights change in place
  const [failure, setFailure] = useState();

  useEffect(() => {
    // In development StrictMode runs every effect twice: the first training is stopped at once, and the second goes on from its weights.
    const controller = new AbortController();
    fit(network, rings, {
      optimizer: adam({ learningRate: 0.02 }),
      epochs: 200,
      signal: controller.signal,
      onEpoch: (record) => setEpoch(record.epoch),
    }).catch((error) => controller.signal.aborted || setFailure(error));
    return () => controller.abort();
  }, [network]);

  if (failure) return <p>{failure.message}</p>;
  if (epoch < 200) return <p>Learning: epoch {epoch}.</p>;
  const { accuracy } = evaluate(network, circles({ seed: 1 })); // other points on the same rings
  return (
    <p>
      Learnt: {String(network)}. It tells the rings {accuracy > 0.95 ? 'apart' : 'not yet apart'}.
    </p>
  );
}

createRoot(document.getElementById('root')).render(
  <StrictMode>
    <TwoRings />
  </StrictMode>,
);
