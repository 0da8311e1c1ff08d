import { useNavigate } from '@tanstack/react-router';
import { Typography } from 'antd';
import { circleMarker, control, latLngBounds, map as openMap, type Map as Drawn } from 'leaflet';
import 'leaflet/dist/leaflet.css';
import { useEffect, useMemo, useRef } from 'react';
import { OpenLink } from '../frame/opened.tsx';
import type { Words } from '../frame/saved.ts';
import { placedOf, stateWords, type Placed } from './targets.map.rules.ts';
import type { Target } from './targets.ts';
import './targets.map.css';

interface Props {
  readonly targets: readonly Target[];
}

/** Where targets stand. There is no map below them: nothing of a place leaves the house, and none is published. */
export function TargetsMap({ targets }: Props) {
  const { placed, others } = useMemo(() => placedOf(targets), [targets]);
  return (
    <>
      <Points placed={placed} />
      <Typography.Text type="secondary">
        内部工作用图，不含底图，未经地图审核，不得公开或外传。圆点可点开；列表中有全部终端。
      </Typography.Text>
      {others.length > 0 && (
        <p>
          没有登记坐标，不在图上（{others.length} 个）：
          {others.map(({ id, title }, n) => (
            <span key={id} className="towncrier-row">
              {n > 0 && '、'}
              <OpenLink of={id}>{title}</OpenLink>
            </span>
          ))}
        </p>
      )}
    </>
  );
}

function Points({ placed }: { readonly placed: readonly Placed[] }) {
  const place = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  useEffect(() => {
    if (place.current === null || placed.length === 0) return undefined;
    const drawn = drawnOn(place.current, placed, (id) => {
      void navigate({ to: '.', search: (said: Words) => ({ ...said, open: id }), state: true });
    });
    return () => void drawn.remove();
  }, [placed, navigate]);
  return placed.length === 0 ? (
    <p>没有登记了坐标的终端</p>
  ) : (
    <div ref={place} className="towncrier-map" role="group" aria-label="终端位置" />
  );
}

function drawnOn(place: HTMLElement, placed: readonly Placed[], onOpen: (id: string) => void): Drawn {
  const drawn = openMap(place, { attributionControl: false, zoomAnimation: false, maxZoom: 18 });
  control.scale({ imperial: false }).addTo(drawn);
  const points = placed.map(({ at: [latitude, longitude] }) => [latitude, longitude] as [number, number]);
  drawn.fitBounds(latLngBounds(points).pad(0.2), { animate: false, maxZoom: 14 });
  for (const { id, title, state, at } of placed)
    circleMarker([...at], { radius: 9, weight: 2, className: `towncrier-point towncrier-point-${state}` })
      .bindTooltip(`${title}（${stateWords[state]}）`, { permanent: placed.length <= 12 })
      .on('click', () => onOpen(id))
      .addTo(drawn);
  return drawn;
}
