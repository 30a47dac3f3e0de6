// SPDX-License-Identifier: GPL-3.0-or-later
// The scripts work alike: from the words before the cursor they find the commands that have been said, and offer what
// is known to follow. Where nothing is known the shell offers files.
#include "completion_script.hpp"

#include <algorithm>

namespace poise {

namespace {

/// In single quotes, for each of the three shells.
std::string in_quotes(const std::string& text) {
    std::string quoted = "'";
    for (const char letter : text) {
        if (letter == '\'') {
            quoted += "'\\''";
        } else {
            quoted += letter;
        }
    }
    return quoted + "'";
}

std::string joined(const std::vector<std::string>& words, const char* between) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : between) + word;
    return text;
}

/// A pattern of `case` for every run of commands: "config|'config set'".
std::string every_command(const std::vector<Level>& levels) {
    std::vector<std::string> patterns;
    for (const auto& level : levels) {
        if (!level.commands.empty()) patterns.push_back(in_quotes(level.commands));
    }
    return joined(patterns, "|");
}

std::vector<std::string> spellings_of(const Level& level) {
    std::vector<std::string> all;
    for (const auto& option : level.options) {
        all.insert(all.end(), option.spellings.begin(), option.spellings.end());
    }
    return all;
}

std::vector<std::string> words_of(const Level& level) {
    std::vector<std::string> all;
    for (const auto& offer : level.next) all.push_back(offer.word);
    all.insert(all.end(), level.words.begin(), level.words.end());
    return all;
}

/// "said" becomes the commands among the words before the cursor; the shells differ in how they count words.
std::string find_commands(const std::vector<Level>& levels, const std::string& loop) {
    return "    local said='' word\n" + loop +
           "        case \"${said:+$said }$word\" in\n"
           "        " +
           every_command(levels) + ") said=\"${said:+$said }$word\" ;;\n        esac\n    done\n";
}

/// Cases "commands option)" for the options that take one of some words, or any value.
template <class Offering>
std::string value_cases(const std::vector<Level>& levels, Offering offer) {
    std::string cases;
    for (const auto& level : levels) {
        for (const auto& option : level.options) {
            if (!option.takes_value) continue;
            std::vector<std::string> patterns;
            for (const auto& spelling : option.spellings)
                patterns.push_back(in_quotes(level.commands + " " + spelling));
            cases += "    " + joined(patterns, "|") + ") " + offer(option.values) + " ;;\n";
        }
    }
    return cases;
}

/// zsh's _describe takes "word:what it does".
std::string described(const std::string& word, const std::string& about) {
    std::string escaped;
    for (const char letter : word) escaped += letter == ':' ? std::string{"\\:"} : std::string{letter};
    return " " + in_quotes(escaped + ":" + about);
}

std::string fish_line(const Level& level, const std::string& rest, const std::string& about) {
    return "complete -c poise -n " + in_quotes("__poise_said " + in_quotes(level.commands)) + " " + rest +
           (about.empty() ? "" : " -d " + in_quotes(about)) + "\n";
}

std::string fish_option(const Level& level, const Level::Option& option) {
    std::string rest;
    for (const auto& spelling : option.spellings) {
        rest += (rest.empty() ? "" : " ") +
                (spelling.starts_with("--") ? "-l " + spelling.substr(2) : "-s " + spelling.substr(1));
    }
    if (!option.values.empty()) {
        rest += " -x -a " + in_quotes(joined(option.values, " "));
    } else if (option.takes_value) {
        rest += " -r -F";
    }
    return fish_line(level, rest, option.about);
}

} // namespace

std::string bash_completion(const std::vector<Level>& levels) {
    const auto offer = [](const std::vector<std::string>& values) {
        if (values.empty()) return std::string{"return"};
        return "COMPREPLY=($(compgen -W " + in_quotes(joined(values, " ")) + " -- \"$current\")) && return";
    };
    std::string script = "# bash completion for poise; made by `poise completion bash`\n_poise() {\n"
                         "    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}\n" +
                         find_commands(levels, "    for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n") +
                         "    COMPREPLY=()\n    case \"$said $before\" in\n" + value_cases(levels, offer) +
                         "    esac\n    case \"$said $current\" in\n";
    for (const auto& level : levels) {
        script += "    " + in_quotes(level.commands + " -") + "*) COMPREPLY=($(compgen -W " +
                  in_quotes(joined(spellings_of(level), " ")) + " -- \"$current\")) ;;\n";
    }
    script += "    esac\n    [[ $current == -* ]] && return\n    case $said in\n";
    for (const auto& level : levels) {
        const auto words = words_of(level);
        if (words.empty()) continue;
        script += "    " + in_quotes(level.commands) + ") COMPREPLY=($(compgen -W " + in_quotes(joined(words, " ")) +
                  " -- \"$current\")) ;;\n";
    }
    return script + "    esac\n}\ncomplete -o default -F _poise poise\n";
}

std::string zsh_completion(const std::vector<Level>& levels) {
    const auto offer = [](const std::vector<std::string>& values) {
        return values.empty() ? std::string{"_files; return"} : "compadd -- " + joined(values, " ") + "; return";
    };
    std::string script = "#compdef poise\n# zsh completion for poise; made by `poise completion zsh`\n_poise() {\n" +
                         find_commands(levels, "    for word in \"${(@)words[2,CURRENT-1]}\"; do\n") +
                         "    case \"$said ${words[CURRENT-1]}\" in\n" + value_cases(levels, offer) +
                         "    esac\n    local -a offers options\n    case $said in\n";
    for (const auto& level : levels) {
        script += "    " + in_quotes(level.commands) + ")\n        offers=(";
        for (const auto& next : level.next) script += described(next.word, next.about);
        for (const auto& word : level.words) script += described(word, word);
        script += ")\n        options=(";
        for (const auto& option : level.options) {
            for (const auto& spelling : option.spellings) script += described(spelling, option.about);
        }
        script += ") ;;\n";
    }
    return script + "    esac\n"
                    "    if [[ ${words[CURRENT]} == -* ]]; then\n        _describe option options\n"
                    "    elif (( $#offers )); then\n        _describe command offers\n"
                    "    else\n        _files\n    fi\n}\n"
                    "_poise \"$@\"\n";
}

std::string fish_completion(const std::vector<Level>& levels) {
    std::string script = "# fish completion for poise; made by `poise completion fish`\n"
                         "function __poise_said\n    set -l said ''\n"
                         "    for word in (commandline -opc)[2..]\n"
                         "        set -l longer (string trim -- \"$said $word\")\n"
                         "        switch $longer\n            case ";
    for (const auto& level : levels) script += level.commands.empty() ? "" : in_quotes(level.commands) + " ";
    script += "\n                set said $longer\n        end\n    end\n"
              "    test \"$said\" = \"$argv\"\nend\n";
    for (const auto& level : levels) {
        const bool files = level.next.empty() && level.words.empty();
        if (!files) script += fish_line(level, "-f", "");
        for (const auto& next : level.next) script += fish_line(level, "-a " + in_quotes(next.word), next.about);
        if (!level.words.empty()) script += fish_line(level, "-a " + in_quotes(joined(level.words, " ")), "");
        for (const auto& option : level.options) script += fish_option(level, option);
    }
    return script;
}

} // namespace poise
