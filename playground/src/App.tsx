// The page: its panels, in the order in which they are read.
import { Announcer } from './parts/Announcer';
import { BuildPanel } from './views/building/BuildPanel';
import { ComparePanel } from './views/compare/ComparePanel';
import { DrawPanel } from './views/draw/DrawPanel';
import { KeepPanel } from './views/keep/KeepPanel';
import { NetworkPanel } from './views/network/NetworkPanel';
import { NeuronPanel } from './views/neuron/NeuronPanel';
import { TrainPanel } from './views/train/TrainPanel';

export function App() {
  return (
    <>
      <header class="masthead">
        <h1>A neural network you can see into</h1>
        <p>Draw a digit. 784 pixels light up, layer after layer answers, and the brightest output is what the network reads.</p>
      </header>
      <main class="page">
        <DrawPanel />
        <NetworkPanel />
        <NeuronPanel />
        <TrainPanel />
        <BuildPanel />
        <ComparePanel />
        <KeepPanel />
      </main>
      <Announcer />
    </>
  );
}
