package scrubjayprocessor

import (
	"context"

	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/pmetric"
	"go.opentelemetry.io/collector/pdata/ptrace"

	"scrubjay"
)

func attributes(m pcommon.Map) member { return member{name: "attributes", of: m} }

// mapping redacts attributes that stand by themselves; those that cannot be are left out.
func (b *batch) mapping(m pcommon.Map) {
	if m.Len() > 0 {
		b.add(func() { withholdMap(m) }, attributes(m))
	}
}

func withholdMap(m pcommon.Map) {
	m.Clear()
	m.PutStr("withheld", scrubjay.Withheld)
}

func (p *pool) logs(ctx context.Context, logs plog.Logs) (plog.Logs, error) {
	return logs, p.redact(ctx, func(b *batch) {
		for _, resource := range logs.ResourceLogs().All() {
			b.mapping(resource.Resource().Attributes())
			for _, scope := range resource.ScopeLogs().All() {
				b.mapping(scope.Scope().Attributes())
				for _, record := range scope.LogRecords().All() {
					b.add(func() {
						record.Body().SetStr(scrubjay.Withheld)
						withholdMap(record.Attributes())
					}, member{name: "body", value: record.Body()}, attributes(record.Attributes()))
				}
			}
		}
	})
}

func (p *pool) traces(ctx context.Context, traces ptrace.Traces) (ptrace.Traces, error) {
	return traces, p.redact(ctx, func(b *batch) {
		for _, resource := range traces.ResourceSpans().All() {
			b.mapping(resource.Resource().Attributes())
			for _, scope := range resource.ScopeSpans().All() {
				b.mapping(scope.Scope().Attributes())
				for _, span := range scope.Spans().All() {
					b.span(span)
				}
			}
		}
	})
}

func (b *batch) span(span ptrace.Span) {
	status := span.Status()
	b.add(func() {
		span.SetName(scrubjay.Withheld)
		status.SetMessage("")
		withholdMap(span.Attributes())
	},
		member{name: "name", text: span.Name(), set: span.SetName},
		member{name: "status", text: status.Message(), set: status.SetMessage},
		attributes(span.Attributes()))
	for _, event := range span.Events().All() {
		b.add(func() {
			event.SetName(scrubjay.Withheld)
			withholdMap(event.Attributes())
		}, member{name: "name", text: event.Name(), set: event.SetName}, attributes(event.Attributes()))
	}
	for _, link := range span.Links().All() {
		b.mapping(link.Attributes())
	}
}

func (p *pool) metrics(ctx context.Context, metrics pmetric.Metrics) (pmetric.Metrics, error) {
	return metrics, p.redact(ctx, func(b *batch) {
		for _, resource := range metrics.ResourceMetrics().All() {
			b.mapping(resource.Resource().Attributes())
			for _, scope := range resource.ScopeMetrics().All() {
				b.mapping(scope.Scope().Attributes())
				for _, metric := range scope.Metrics().All() {
					b.mapping(metric.Metadata())
					b.metric(metric)
				}
			}
		}
	})
}

func (b *batch) metric(metric pmetric.Metric) {
	switch metric.Type() {
	case pmetric.MetricTypeGauge:
		b.numbers(metric.Gauge().DataPoints())
	case pmetric.MetricTypeSum:
		b.numbers(metric.Sum().DataPoints())
	case pmetric.MetricTypeHistogram:
		for _, point := range metric.Histogram().DataPoints().All() {
			b.mapping(point.Attributes())
			b.exemplars(point.Exemplars())
		}
	case pmetric.MetricTypeExponentialHistogram:
		for _, point := range metric.ExponentialHistogram().DataPoints().All() {
			b.mapping(point.Attributes())
			b.exemplars(point.Exemplars())
		}
	case pmetric.MetricTypeSummary:
		for _, point := range metric.Summary().DataPoints().All() {
			b.mapping(point.Attributes())
		}
	}
}

func (b *batch) numbers(points pmetric.NumberDataPointSlice) {
	for _, point := range points.All() {
		b.mapping(point.Attributes())
		b.exemplars(point.Exemplars())
	}
}

func (b *batch) exemplars(exemplars pmetric.ExemplarSlice) {
	for _, exemplar := range exemplars.All() {
		b.mapping(exemplar.FilteredAttributes())
	}
}
