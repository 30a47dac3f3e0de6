// SPDX-License-Identifier: GPL-3.0-or-later
#include "dconf_file.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>

namespace poise {

namespace {

struct Range {
    std::uint32_t begin;
    std::uint32_t end;
};

struct Header {
    char signature[8];
    std::uint32_t version;
    std::uint32_t options;
    Range root;
};

struct Item {
    std::uint32_t hash;
    std::uint32_t parent;
    std::uint32_t key_begin;
    std::uint16_t key_size;
    char type;
    char unused;
    Range value;
};
static_assert(sizeof(Header) == 24 && sizeof(Item) == 24);

constexpr std::uint32_t no_parent = 0xffffffff;
constexpr int depth_at_most = 32; // of dconf's paths; a damaged file may go round in circles

std::string_view part(std::string_view file, std::size_t begin, std::size_t length) {
    return begin <= file.size() && length <= file.size() - begin ? file.substr(begin, length) : std::string_view{};
}

template <class Record>
std::optional<Record> record_at(std::string_view file, std::size_t begin) {
    const std::string_view bytes = part(file, begin, sizeof(Record));
    if (bytes.empty()) return std::nullopt;
    Record record{};
    std::memcpy(&record, bytes.data(), sizeof record);
    return record;
}

struct Items {
    std::string_view file;
    std::size_t begin = 0;
    std::size_t count = 0;

    std::optional<Item> at(std::uint32_t index) const {
        if (index >= count) return std::nullopt;
        return record_at<Item>(file, begin + index * sizeof(Item));
    }
    std::string name_of(Item item) const {
        std::string name;
        for (int depth = 0; depth < depth_at_most; ++depth) {
            name.insert(0, part(file, item.key_begin, item.key_size));
            const auto parent = item.parent == no_parent ? std::nullopt : at(item.parent);
            if (!parent) break;
            item = *parent;
        }
        return name;
    }
};

Items items_of(std::string_view file) {
    const auto header = record_at<Header>(file, 0);
    if (!header || std::string_view{header->signature, 8} != "GVariant" || header->version != 0) return {};
    const Range root = header->root;
    const auto bloom_words = record_at<std::uint32_t>(file, root.begin);
    const auto buckets = record_at<std::uint32_t>(file, std::size_t{root.begin} + 4);
    if (!bloom_words || !buckets) return {};
    constexpr std::uint32_t count_bits = (1U << 27) - 1;
    const std::size_t begin = root.begin + 8 + 4 * (std::size_t{*bloom_words & count_bits} + *buckets);
    if (root.end > file.size() || begin > root.end) return {};
    return {file, begin, (root.end - begin) / sizeof(Item)};
}

} // namespace

std::optional<bool> find_dconf_bool(std::string_view file, std::string_view key) {
    const Items items = items_of(file);
    for (std::uint32_t i = 0; i < items.count; ++i) {
        const auto item = items.at(i);
        if (!item || item->type != 'v' || items.name_of(*item) != key) continue;
        if (item->value.end < item->value.begin) return std::nullopt;
        // A variant: the value, a zero, the type.
        const auto value = part(file, item->value.begin, item->value.end - item->value.begin);
        if (value.size() != 3 || value.substr(1) != std::string_view{"\0b", 2}) return std::nullopt;
        return value[0] != 0;
    }
    return std::nullopt;
}

} // namespace poise
