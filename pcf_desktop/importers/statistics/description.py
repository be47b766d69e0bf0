"""The figures of an area as values that JSON can hold."""

from pcf_desktop.importers.statistics.reading import Statistics


def describe(statistics: Statistics) -> dict[str, object]:
    """Return the figures as values that JSON can hold; a mark instead of a number is a text."""
    return {
        "area": statistics.area,
        "year": statistics.year,
        "years": list(statistics.years),
        "indicators": list(statistics.indicators),
        "filters": {column: list(values) for column, values in statistics.filters.items()},
        "terms": {
            column: {value: {"list": key, "key": term} for value, (key, term) in found.items()}
            for column, found in statistics.terms.items()
            if found
        },
        "rows": [
            {
                "row": row.number,
                **row.filters,
                **{
                    indicator: figure.mark if figure.value is None else figure.value
                    for indicator, figure in row.figures.items()
                },
            }
            for row in statistics.rows
        ],
        "warnings": list(statistics.warnings),
    }
