// SPDX-License-Identifier: GPL-3.0-or-later
// Writes what the fuzzers begin with, from what the tests begin with: the configurations and the guide that come with
// Poise, a pack, settings, facts and traces of random lives, what goes to and fro in a team, what PipeWire and
// PulseAudio say, and dice.
#include "export_text.hpp"
#include "facts.hpp"
#include "letter.hpp"
#include "life_trace.hpp"
#include "pipewire_connection.hpp"
#include "pulse_message.hpp"
#include "random_life.hpp"
#include "settings_toml.hpp"
#include "spans.hpp"

#include <filesystem>
#include <fstream>
#include <random>

namespace fs = std::filesystem;
using namespace poise;
using namespace poise::test;
using namespace std::string_literals;

namespace {

constexpr std::uint64_t lives = 24;

void write(const fs::path& file, const std::string& content) {
    fs::create_directories(file.parent_path());
    std::ofstream{file, std::ios::binary} << content;
}
void copy(const char* name, const fs::path& to) {
    fs::create_directories(to);
    fs::copy_file(fs::path{POISE_SOURCE_DIR} / "config" / name, to / name, fs::copy_options::overwrite_existing);
}

std::string dice(std::uint64_t seed) {
    std::mt19937_64 random{seed};
    std::string bytes(200 + random() % 400, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    return bytes;
}

/// As the journal has them: each span as it was last written.
std::string exported(const Life& life) {
    std::map<SpanId, Fact> spans;
    for (const Fact& fact : life.facts()) {
        if (const auto span = span_of(fact)) spans.insert_or_assign(*span, fact);
    }
    std::string text = export_header(Sealed::included);
    for (const Fact& fact : life.facts()) {
        const auto span = span_of(fact);
        if (!span || spans.at(*span) == fact) text += export_line(fact);
    }
    return text;
}

constexpr auto a_pack = R"([[drill]]
id = "my_rows"
name = "My own rows"
kinds = ["snack"]
places = ["desk"]
movements = ["pull"]
regions = ["neck"]
dose = { reps = 10 }
steps = ["Pull.", "Let go."]
breathing = "Out as you pull."
alt = "A person who pulls."
rule = "E10"
source = "My physiotherapist"
[[cue]]
id = "my_cue"
text = "Let the shoulders drop."
[[programme]]
driver = "disc"
forbids = [{ drill = "E1", why = "Not now." }]
)";

/// A microphone, somebody who listens to it, and that he does.
std::string pipewire_says() {
    using pipewire::PodWriter;
    using pipewire::Properties;
    const auto global = [](int id, const char* type, const Properties& properties) {
        return pipewire::encode(
            2, 0, 0, PodWriter{}.add_int(id).add_int(0).add_text(type).add_int(3).add_properties(properties));
    };
    constexpr auto node = "PipeWire:Interface:Node";
    return pipewire::encode(0, 2, 0, PodWriter{}.add_int(0).add_int(7)) +
           global(30, node, {{"media.class", "Audio/Source"}}) +
           global(31, node, {{"media.class", "Stream/Input/Audio"}}) +
           global(32, "PipeWire:Interface:Link", {{"link.output.node", "30"}, {"link.input.node", "31"}}) +
           pipewire::encode(3, 0, 0, PodWriter{}.add_int(31).add_int(0).add_int(0).add_int(4).add_int(0).add_int(0));
}

/// That it is there, who it is, and a stream that records.
std::string pulse_says() {
    using pulse::Command;
    using pulse::TagWriter;
    const auto reply = [](std::uint32_t number, const std::string& values) {
        const std::string head = pulse::encode(Command::reply, number, {});
        return pulse::bytes_of(static_cast<std::uint32_t>(head.size() - 20 + values.size())) + head.substr(4) + values;
    };
    const std::string output =
        TagWriter{}.add_number(0).add_text("call").add_number(pulse::nobody).add_number(7).add_number(3).values() +
        "a\3\2\0\0\xac\x44m\2\1\2U\0\0\0\0\0\0\0\1U\0\0\0\0\0\0\0\2"s +
        TagWriter{}.add_no_text().add_text("driver").add_properties({{"media.role", "phone"}}).values() + "0";
    const std::string source = TagWriter{}.add_number(3).add_text("mic").add_text("Microphone").values() +
                               "a\3\2\0\0\xac\x44m\2\1\2"s + TagWriter{}.add_number(1).values() +
                               "v\2\0\1\0\0\0\1\0\0"
                               "0"s +
                               TagWriter{}.add_number(pulse::nobody).values();
    return reply(0, TagWriter{}.add_number(pulse::protocol).values()) + reply(1, TagWriter{}.add_number(0).values()) +
           reply(2, TagWriter{}.add_text("pulseaudio").values()) + reply(3, "") + reply(4, output) + reply(5, source);
}

/// The first byte says as what: fuzz_team.cpp, which signs and seals the rest.
void write_seeds_of_a_team(const fs::path& corpus) {
    const Hex team(32, '3');
    const Day monday{std::chrono::days{20'773}};
    const WeeklyRecord record{monday, 1, 4, {12, 1, 4, 2, 1}, {5, 0, 2, 3, 0}, 7, 1200, 300, 1000, LongSits::none};
    const TeamWeek week =
        team_week(iso_week(monday), std::vector<Contribution>(least_minimum, Contribution{record}), least_minimum);
    const SigningKey writer{Hex(64, '1')};
    const SealKey reader{Hex(64, '2')};
    const TeamTerms terms{team, "Team", {"folder", "/srv/drop"}, reader.seal_key(), writer.verify_key(), 5, 3};

    write(corpus / "json", "\0"s + R"({"a":[1,{"b":null}],"c":-1.5e3,"d":"\u00e9"})");
    write(corpus / "record", "\1" + to_json(record));
    write(corpus / "week", "\2" + to_json(week));
    write(corpus / "suppressed", "\2" + to_json(TeamWeek{iso_week(monday), std::nullopt}));
    write(corpus / "invitation", "\3" + to_text(Invitation{terms, Hex(32, '5'), monday}));
    const std::string facts = signed_facts({team, 3, 5, 1, 2, sha256(""), {week}}, writer);
    write(corpus / "facts", "\4" + facts.substr(facts.find('\n') + 1));
    const AdmissionRequest request{writer.verify_key(), Hex(32, '5')};
    for (const LetterBody& body : {LetterBody{request}, LetterBody{record}, LetterBody{Withdrawal{}}}) {
        const MemberLetter letter{team, "m_" + Hex(32, '4'), body};
        const auto opened = open_letter(reader, sealed_letter(letter, writer, reader.seal_key()));
        write(corpus / ("letter-" + std::to_string(body.index())), "\5" + opened->text);
        write(corpus / ("mail-" + std::to_string(body.index())), "\6" + opened->text);
    }
    write(corpus / "ledger", "\7" + "1\t"s + Hex(64, '0') + '\t' + to_json(week) + '\t' + Hex(128, '0') + '\n');
}

void write_seeds_of_lives(const fs::path& corpus) {
    for (std::uint64_t seed = 0; seed < lives; ++seed) {
        RandomLife random{seed};
        for (int i = 0; i < 15; ++i) random.goes_on();
        const std::string name = "seed-" + std::to_string(seed);
        write(corpus / "settings" / name, show_settings(random.life().state().settings));
        write(corpus / "trace" / name, trace_of(random.life()));
        write(corpus / "facts" / name, exported(random.life()));
        for (const char* of_dice : {"life", "bus"}) write(corpus / of_dice / name, dice(seed));
        write(corpus / "journal" / name, dice(seed).substr(0, 8 * (seed + 1)));
    }
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2) return 2;
    const fs::path corpus = arguments[1];
    for (const char* name : {"poise.toml", "demo.toml"}) copy(name, corpus / "settings");
    copy("guide.toml", corpus / "guide");
    write(corpus / "guide/pack.toml", a_pack);
    write_seeds_of_lives(corpus);
    write_seeds_of_a_team(corpus / "team");
    // The first byte says as what, the second where it is cut in two: fuzz_media.cpp.
    write(corpus / "media/pipewire", "\0\x20"s + pipewire_says());
    write(corpus / "media/pulse", "\2\x20"s + pulse_says());
    write(corpus / "media/pipewire-dice", "\1\0"s + dice(1));
    write(corpus / "media/pulse-dice", "\3\0"s + dice(2));
    write(corpus / "dconf/user", "GVariant\0\0\0\0\0\0\0\0\x18\0\0\0\x38\0\0\0"s + "\0\0\0\0\1\0\0\0\0\0\0\0"s +
                                     "\1\2\3\4\xff\xff\xff\xff\x18\0\0\0\1\0v\0\x18\0\0\0\x1b\0\0\0"s);
    return 0;
}
