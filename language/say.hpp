// SPDX-License-Identifier: GPL-3.0-or-later
// What a person reads, in the person's language: the C library's gettext in a coat of ours. A text in the code is whole
// sentences in English with {named} places for what differs, so that a translation may put them elsewhere; nothing is
// put together from pieces. Without a catalogue, and in tests, every text is its English self. What machines read
// (JSON, CSV, TOML, the journal, words on the bus) never comes through here.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace poise {

/// What stands in a text's {name}.
struct Value {
    std::string_view name;
    std::string text;
};
using Values = std::initializer_list<Value>;

[[nodiscard]] std::string tr(const char* text, Values = {});
/// The same word may be two in another language: `context` says which.
[[nodiscard]] std::string tr_in(const char* context, const char* text, Values = {});
/// The form for this number, which also stands in {count}.
[[nodiscard]] std::string tr_many(const char* one, const char* many, std::int64_t count, Values = {});

/// A text for the translators that is looked up elsewhere.
[[nodiscard]] constexpr const char* mark(const char* text) { return text; }
[[nodiscard]] constexpr const char* mark_in(const char* /*context*/, const char* text) { return text; }

/// A word of machines ("posture_change") as people call it.
[[nodiscard]] std::string said(std::string_view word);

/// "Mon" for 1 to "Sun" for 7, as ISO 8601 counts.
[[nodiscard]] std::string weekday_name(unsigned iso_day);

/// "{what}: {why}" and its values as one text. A name without a value stays as it is.
[[nodiscard]] std::string fill(std::string_view text, Values);

/// Whether the person's language runs from right to left.
[[nodiscard]] bool is_read_from_right();

/// Whether texts differ from the code's.
[[nodiscard]] bool has_translation();

/// While one is there, everything is said in English: for what is kept or for machines. One thread.
class InEnglish {
public:
    InEnglish();
    ~InEnglish();
    InEnglish(const InEnglish&) = delete;
    InEnglish& operator=(const InEnglish&) = delete;
};

} // namespace poise
