// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide_reader.hpp"

#include "guide_dose.hpp"
#include "setting_keys.hpp"

#include <algorithm>
#include <array>

namespace poise {

namespace {

/// The kinds that drills are for; the others ask for no drill.
constexpr std::array<std::string_view, 5> drill_kinds{"microbreak", "snack", "mobility", "strength", "breath"};

/// The rules of the guidance: a letter and how many there are, P from 0.
bool is_rule(std::string_view text) {
    constexpr std::array<std::pair<char, int>, 6> families{
        {{'S', 13}, {'E', 16}, {'C', 2}, {'P', 7}, {'F', 9}, {'R', 5}}};
    const bool has_digits = text.size() == 2 || (text.size() == 3 && text[1] != '0');
    if (!has_digits || !std::ranges::all_of(text.substr(1), [](char c) { return c >= '0' && c <= '9'; })) return false;
    const int number = std::stoi(std::string{text.substr(1)});
    return std::ranges::any_of(families, [&](const auto& family) {
        return text[0] == family.first && number >= (text[0] == 'P' ? 0 : 1) && number <= family.second;
    });
}

/// An id is also the name of a picture's file.
bool is_id(std::string_view text) {
    const auto is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    };
    const auto is_allowed = [&](char c) { return is_plain(c) || c == '.'; };
    return !text.empty() && text.size() <= 64 && is_plain(text.front()) && std::ranges::all_of(text, is_allowed);
}

class GuideReader {
public:
    GuideReader(std::string_view pack, Problems& problems) : pack_{pack}, problems_{problems} {}

    ReadGuide read(const toml::table& table, GuideText what) {
        TomlEntry root{table, "", problems_};
        each(root, "drill", &GuideReader::read_drill);
        each(root, "cue", &GuideReader::read_cue);
        if (what == GuideText::pack) {
            each(root, "programme", &GuideReader::read_forbidding);
        } else {
            auto& guide = read_.guide;
            guide.regions = list_of_words(root, "regions");
            guide.loads = list_of_words(root, "loads");
            guide.positions = list_of_words(root, "positions");
            each(root, "programme", &GuideReader::read_programme);
            each(root, "workstation", &GuideReader::read_point);
            each(root, "red_flag", &GuideReader::read_red_flag);
            each(root, "card", &GuideReader::read_card);
        }
        root.refuse_other_keys();
        return std::move(read_);
    }

private:
    void each(TomlEntry& root, std::string_view family, void (GuideReader::*reads)(TomlEntry&)) {
        for (const auto* table : root.tables(family)) {
            const std::string_view key = family == "programme" ? "driver" : "id";
            const auto* id = table->get_as<std::string>(key);
            TomlEntry entry{*table, subject_of(family, id ? id->get() : ""), problems_};
            (this->*reads)(entry);
            entry.refuse_other_keys();
        }
    }

    std::vector<std::string> list_of_words(TomlEntry& root, std::string_view key) {
        const auto words = root.texts(key);
        for (const auto& word : words) read_.ids.push_back({key, word.text, word.place});
        return without_places(words);
    }

    std::string read_id(TomlEntry& entry, std::string_view family) {
        auto id = entry.text("id");
        if (id.empty()) return id;
        if (!is_id(id)) {
            entry.problem(entry.place("id"),
                          "`id` is no id (expected letters, digits, _ - and . such as \"E2.chair\")");
        }
        read_.ids.push_back({family, id, entry.place("id")});
        return id;
    }

    static std::string read_rule(TomlEntry& entry) {
        auto rule = entry.text("rule");
        if (!rule.empty() && !is_rule(rule)) {
            entry.problem(entry.place("rule"), "`rule`: " + in_backticks(rule) +
                                                   " is no rule of the guidance (expected one such as \"E2\")");
        }
        return rule;
    }

    static std::vector<Contraindication> read_contraindications(TomlEntry& entry, std::string_view key) {
        return entry.words(key, Contraindication::overhead, Need::optional);
    }

    static Progression read_progression(TomlEntry entry) {
        Progression progression;
        progression.text = entry.text("text");
        progression.equipment = without_places(entry.texts("equipment", known_equipment, Need::optional));
        progression.contraindications = read_contraindications(entry, "contraindications");
        entry.refuse_other_keys();
        return progression;
    }

    void read_drill(TomlEntry& entry) {
        Drill drill;
        drill.id = read_id(entry, "drill");
        drill.name = entry.text("name");
        drill.steps = without_places(entry.texts("steps"));
        drill.breathing = entry.text("breathing");
        drill.dose = read_dose(entry);
        for (const auto* table : entry.tables("progressions")) {
            drill.progressions.push_back(read_progression({*table, entry.subject() + ": progression", problems_}));
        }
        for (const auto& kind : entry.texts("kinds", drill_kinds, Need::required)) {
            drill.kinds.push_back(*parse<Kind>(kind.text));
        }
        drill.places = entry.words("places", Place::floor, Need::required);
        drill.equipment = without_places(entry.texts("equipment", known_equipment, Need::optional));
        drill.movements = entry.words("movements", Movement::posture, Need::required);
        for (auto& region : entry.texts("regions")) {
            read_.regions_named.push_back({entry.subject(), "regions", region.text, region.place});
            drill.regions.push_back(std::move(region.text));
        }
        drill.contraindications = read_contraindications(entry, "contraindications");
        drill.light_pull = entry.flag("light_pull");
        drill.picture = read_picture(entry);
        drill.alt = entry.text("alt", pack_.empty() ? Need::required : Need::optional);
        drill.rule = read_rule(entry);
        drill.source = entry.text("source");
        drill.added = entry.text("added", Need::optional);
        drill.pack = pack_;
        read_.guide.drills.push_back(std::move(drill));
    }

    static std::string read_picture(TomlEntry& entry) {
        auto picture = entry.text("picture", Need::optional);
        if (!picture.empty() && !is_id(picture)) {
            entry.problem(entry.place("picture"), "`picture` is no plain file name (expected one such as \"E2.svg\")");
        }
        return picture;
    }

    std::vector<DrillChoice> read_choices(TomlEntry& entry, std::string_view key, std::vector<TextPlace>* places) {
        std::vector<DrillChoice> choices;
        for (const auto* table : entry.tables(key)) {
            TomlEntry choice{*table, entry.subject() + ": " + std::string{key}, problems_};
            choices.push_back({choice.text("drill"), choice.text("why")});
            choice.refuse_other_keys();
            name_drill(choice, "drill", choices.back().drill);
            if (places) places->push_back(choice.place("drill"));
        }
        return choices;
    }
    void name_drill(const TomlEntry& entry, std::string_view key, const std::string& id) {
        if (!id.empty()) read_.drills_named.push_back({entry.subject(), key, id, entry.place(key)});
    }

    void read_programme(TomlEntry& entry) {
        Programme programme;
        ProgrammePlaces places;
        if (const auto driver = entry.word("driver", Driver::curves)) {
            programme.driver = *driver;
            read_.ids.push_back({"programme", std::string{name(*driver)}, entry.place("driver")});
        }
        places.driver = entry.place("driver");
        programme.rule = read_rule(entry);
        programme.name = entry.text("name");
        programme.focus = entry.text("focus");
        programme.prefers = read_choices(entry, "prefers", &places.prefers);
        programme.forbids = read_choices(entry, "forbids", nullptr);
        programme.avoids = read_contraindications(entry, "avoids");
        places.avoids = entry.place("avoids");
        programme.avoids_why = entry.text("avoids_why", programme.avoids.empty() ? Need::optional : Need::required);
        programme.allows_why = entry.text("allows_why");
        programme.mobility_lever = entry.text("mobility_lever");
        name_drill(entry, "mobility_lever", programme.mobility_lever);
        places.mobility_lever = entry.place("mobility_lever");
        programme.strength_lever = entry.text("strength_lever");
        name_drill(entry, "strength_lever", programme.strength_lever);
        places.strength_lever = entry.place("strength_lever");
        programme.source = entry.text("source");
        programme.added = entry.text("added", Need::optional);
        read_.guide.programmes.push_back(std::move(programme));
        read_.programmes.push_back(std::move(places));
    }

    /// A pack may forbid a programme more drills, never allow it any.
    void read_forbidding(TomlEntry& entry) {
        Programme programme;
        if (const auto driver = entry.word("driver", Driver::curves)) programme.driver = *driver;
        if (!entry.has("forbids"))
            entry.problem(entry.place(), "lacks `forbids`, all that a pack can say of a programme");
        programme.forbids = read_choices(entry, "forbids", nullptr);
        read_.guide.programmes.push_back(std::move(programme));
    }

    void read_cue(TomlEntry& entry) {
        Cue cue;
        cue.id = read_id(entry, "cue");
        cue.text = entry.text("text");
        cue.rule = read_rule(entry);
        cue.source = entry.text("source");
        cue.added = entry.text("added", Need::optional);
        read_.guide.cues.push_back(std::move(cue));
    }

    void read_point(TomlEntry& entry) {
        WorkstationPoint point;
        point.id = read_id(entry, "workstation");
        point.question = entry.text("question");
        point.advice = entry.text("advice");
        point.added = entry.text("added", Need::optional);
        read_.guide.workstation.push_back(std::move(point));
    }

    void read_red_flag(TomlEntry& entry) {
        RedFlag flag;
        flag.id = read_id(entry, "red_flag");
        flag.question = entry.text("question");
        flag.care = entry.word("care", Care::medical_review).value_or(Care::emergency);
        flag.source = entry.text("source");
        flag.added = entry.text("added", Need::optional);
        read_.guide.red_flags.push_back(std::move(flag));
    }

    void read_card(TomlEntry& entry) {
        Card card;
        card.id = read_id(entry, "card");
        card.title = entry.text("title");
        card.lines = without_places(entry.texts("lines"));
        card.rule = read_rule(entry);
        card.source = entry.text("source");
        card.added = entry.text("added", Need::optional);
        read_.guide.cards.push_back(std::move(card));
    }

    std::string pack_;
    Problems& problems_;
    ReadGuide read_;
};

} // namespace

std::string subject_of(std::string_view family, std::string_view id) {
    return std::string{family} + (id.empty() ? "" : " " + in_backticks(id));
}

ReadGuide read_guide(const toml::table& root, GuideText what, std::string_view pack, Problems& problems) {
    return GuideReader{pack, problems}.read(root, what);
}

} // namespace poise
