import { theme } from 'antd';
import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { Drawing } from './drawing.rules.ts';

// no more of the library than is drawn here
use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

const height = 280;

interface Ink {
  readonly words: string;
  readonly lines: string;
  readonly ground: string;
}

/** Lines and bars are told apart by marks and patterns too, not by colour alone. */
function optionOf({ title, unit, shape, rows, columns }: Drawing, { words, lines, ground }: Ink) {
  const axis = { axisLabel: { color: words }, axisLine: { lineStyle: { color: lines } } };
  return {
    animation: false,
    aria: {
      enabled: true,
      decal: { show: shape === 'bars' },
      label: { description: `${title}，数据见下方表格` },
    },
    grid: { left: 48, right: 16, top: 64, bottom: 32 },
    legend: { type: 'plain' as const, textStyle: { color: words }, top: 0 },
    tooltip: {
      trigger: 'axis' as const,
      backgroundColor: ground,
      borderColor: lines,
      textStyle: { color: words },
      confine: true,
    },
    xAxis: { type: 'category' as const, data: [...rows], ...axis },
    yAxis: {
      type: 'value' as const,
      name: unit,
      nameTextStyle: { color: words },
      splitLine: { lineStyle: { color: lines } },
      ...axis,
    },
    series: columns.map(({ name, values }, n) =>
      shape === 'bars'
        ? { type: 'bar' as const, name, stack: 'all', data: [...values] }
        : { type: 'line' as const, name, data: [...values], symbol: marks[n % marks.length], symbolSize: 7 },
    ),
  };
}
const marks = ['circle', 'rect', 'triangle', 'diamond', 'pin', 'arrow', 'roundRect'];

/** A drawing as a picture; the same stands below it as a table. */
export function Chart({ drawing }: { readonly drawing: Drawing }) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const { token } = theme.useToken();
  const { colorText: words, colorBorder: lines, colorBgElevated: ground } = token;
  useEffect(() => {
    const { current } = place;
    if (current === null) return undefined;
    const drawn = init(current, undefined, { renderer: 'svg', height, width: current.clientWidth || 600 });
    chart.current = drawn;
    const resized = new ResizeObserver(() => drawn.resize({ width: current.clientWidth || 600 }));
    resized.observe(current);
    return () => {
      resized.disconnect();
      drawn.dispose();
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(optionOf(drawing, { words, lines, ground }), { notMerge: true });
  }, [drawing, words, lines, ground]);
  // what is drawn follows a smaller window a moment later
  return <div ref={place} style={{ height, overflow: 'hidden' }} />;
}
