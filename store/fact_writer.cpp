// SPDX-License-Identifier: GPL-3.0-or-later
#include "fact_writer.hpp"

namespace poise {

/// An open bout is written each minute, most often with nothing between: then it need not be read for it.
std::optional<FactRow> FactWriter::find(SpanId span) const {
    if (last_.fact && span_of(*last_.fact) == span) return last_;
    return find_span(connection_, span);
}

void FactWriter::write(const Fact& fact) {
    const auto span = span_of(fact);
    const auto before = span ? find(*span) : std::nullopt;
    // The clocks in a span are those of its last writing: a restart must come to it after all that it knows of.
    if (before && before->seq == last_.seq) {
        renew_row(connection_, *before, fact);
    } else {
        write_row(connection_, last_.seq += 1, fact);
    }
    last_.fact = fact;
    roll_up_.add(fact, before && before->fact ? &*before->fact : nullptr);
}

} // namespace poise
