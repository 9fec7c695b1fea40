// The page: its panels, in the order in which they are read.
import { Announcer } from './parts/Announcer';
import { Masthead } from './parts/Masthead';
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
      <Masthead />
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
