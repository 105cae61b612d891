import { useTheme } from '@mui/material';
import { Box } from '@mui/material';
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { useFormats } from '../../ui/profile';
import { useMoney } from '../money';
import type { ForecastRow } from './forecast-figures';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

const COLORS = {
  light: { won: '#2f8f5b', weighted: '#2b59c3', best: '#8a93a0' },
  dark: { won: '#5cc48d', weighted: '#8fb1ff', best: '#8a93a0' },
} as const;

interface Properties {
  readonly rows: readonly ForecastRow[];
  readonly currency: string;
  readonly monthLabel: (bucket: string) => string;
}

/** Won and weighted open values by month, with the best case as a line. The table has the same figures. */
// oxlint-disable-next-line import/no-default-export -- `lazy` needs a default export
export default function ForecastChart({ rows, currency, monthLabel }: Properties) {
  const translate = useTranslate();
  const theme = useTheme();
  const money = useMoney();
  const { locale } = useFormats();
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const months = rows.filter(({ bucket }) => /^\d/.test(bucket));

  useEffect(() => {
    if (!element.current) return undefined;
    const created = init(element.current, undefined, { renderer: 'canvas' });
    chart.current = created;
    const observer = new ResizeObserver(() => created.resize());
    observer.observe(element.current);
    return () => {
      observer.disconnect();
      created.dispose();
    };
  }, []);
  useEffect(() => {
    const colors = COLORS[theme.palette.mode];
    const { primary, secondary } = theme.palette.text;
    const compact = new Intl.NumberFormat(locale, { notation: 'compact', style: 'currency', currency });
    const series = (figure: 'wonValue' | 'weightedValue' | 'bestCase') =>
      months.map(({ total }) => Number(total?.[figure] ?? 0));
    const text = { color: secondary, fontFamily: theme.typography.fontFamily as string, fontSize: 12 };
    chart.current?.setOption({
      animationDuration: 250,
      color: [colors.won, colors.weighted, colors.best],
      textStyle: text,
      grid: { left: 8, right: 8, top: 36, bottom: 4, containLabel: true },
      legend: { top: 0, left: 0, textStyle: { ...text, color: primary }, itemHeight: 10, icon: 'roundRect' },
      tooltip: {
        trigger: 'axis',
        // The policy of the page blocks style attributes in HTML.
        renderMode: 'richText',
        backgroundColor: theme.palette.background.paper,
        borderColor: theme.palette.divider,
        textStyle: { color: primary, fontSize: 12 },
        valueFormatter: (value: unknown) => money(String(value), currency),
      },
      xAxis: {
        type: 'category',
        data: months.map(({ bucket }) => monthLabel(bucket)),
        axisLabel: text,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: theme.palette.divider } },
      },
      yAxis: {
        type: 'value',
        axisLabel: { ...text, formatter: (value: number) => compact.format(value) },
        splitLine: { lineStyle: { color: theme.palette.divider } },
      },
      series: [
        {
          name: translate('deals.fig_wonValue'),
          type: 'bar',
          stack: 'expected',
          data: series('wonValue'),
          barMaxWidth: 36,
        },
        { name: translate('deals.fig_weightedValue'), type: 'bar', stack: 'expected', data: series('weightedValue') },
        {
          name: translate('deals.fig_bestCase'),
          type: 'line',
          data: series('bestCase'),
          symbolSize: 5,
          lineStyle: { type: 'dashed', width: 1.5 },
        },
      ],
    });
  });
  return (
    <Box
      ref={element}
      role="img"
      aria-label={translate('deals.chart_label', { currency })}
      sx={{ width: '100%', height: 300 }}
    />
  );
}
