// SPDX-License-Identifier: GPL-3.0-or-later
#include "spans.hpp"

namespace poise {

std::optional<SpanId> span_of(const Fact& fact) {
    if (const auto* bout = std::get_if<Bout>(&fact.body)) return bout->id;
    if (const auto* unseen = std::get_if<Unseen>(&fact.body)) return unseen->id;
    return std::nullopt;
}

bool is_open_span(const Fact& fact) {
    const auto* bout = std::get_if<Bout>(&fact.body);
    const auto* unseen = std::get_if<Unseen>(&fact.body);
    return (bout && bout->end == SpanEnd::open) || (unseen && unseen->end == SpanEnd::open);
}

} // namespace poise
