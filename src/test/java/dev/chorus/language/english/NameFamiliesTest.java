package dev.chorus.language.english;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameFamiliesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GPT-4o, gpt4o, GPT 4o, gpt-4o, #gpt4o            | GPT-4o
          GPT-4.1, gpt 4.1, GPT4.1                         | GPT-4.1
          GPT-4o mini, gpt-4o-mini, gpt4o mini             | GPT-4o mini
          GPT-5 mini, gpt5-mini, GPT 5 Mini                | GPT-5 mini
          GPT-4 Turbo, gpt-4-turbo, gpt4 turbo             | GPT-4 Turbo
          GPT-3.5, gpt3.5, GPT 3.5                         | GPT-3.5
          o1-mini, o1 mini, OpenAI o1-mini                 | OpenAI o1-mini
          o3-mini, o3mini, #o3mini, O3 Mini                | OpenAI o3-mini
          o4-mini-high, o4 mini high, OpenAI's o4-mini-high | OpenAI o4-mini-high
          o1 pro, o1-pro, openai o1 pro                    | OpenAI o1 pro
          OpenAI o3, openai o3                             | OpenAI o3
          RTX 4090, rtx4090, RTX-4090, 4090s, GeForce RTX 4090 | RTX 4090
          RTX 3090, rtx 3090s, 3090                        | RTX 3090
          RTX 5090, rtx5090, 5090                          | RTX 5090
          RTX 4070 Ti Super, rtx 4070 ti super, 4070 Ti Super | RTX 4070 Ti Super
          RTX 3080 Ti, 3080ti, rtx 3080ti                  | RTX 3080 Ti
          GTX 1080 Ti, gtx1080 ti                          | GTX 1080 Ti
          RTX A6000, rtx a6000s                            | RTX A6000
          RX 7900 XTX, Radeon RX 7900 XTX, rx 7900xtx      | Radeon RX 7900 XTX
          H100, h100s                                      | H100
          H200, H200s                                      | H200
          H800, h800                                       | H800
          A100, a100s                                      | A100
          B200, GB200                                      | B200, GB200
          MI300X, mi300x                                   | MI300X
          Claude 3.5 Sonnet, claude-3.5-sonnet, Sonnet 3.5, claude sonnet 3.5, 3.5 Sonnet, claude-3-5-sonnet-20241022 | Claude 3.5 Sonnet
          Sonnet 4, Claude Sonnet 4, claude-sonnet-4, Claude 4 Sonnet, Sonnet 4.0 | Claude Sonnet 4
          Sonnet, sonnet, Claude Sonnet                    | Claude Sonnet
          Opus 4.1, Claude Opus 4.1                        | Claude Opus 4.1
          Opus, Claude Opus, claude opus                   | Claude Opus
          Haiku, Claude Haiku                              | Claude Haiku
          Haiku 3.5, Claude 3.5 Haiku                      | Claude 3.5 Haiku
          Claude 3.7, claude-3.7                           | Claude 3.7
          Gemini 1.5 Pro, gemini-1.5-pro, 1.5 Pro          | Gemini 1.5 Pro
          Gemini 2.0 Flash, gemini 2 flash, 2.0 Flash      | Gemini 2.0 Flash
          Gemini 2.0 Flash Thinking, gemini-2.0-flash-thinking-exp | Gemini 2.0 Flash Thinking
          Gemini 2.5 Pro, gemini2.5-pro                    | Gemini 2.5 Pro
          Gemini 2.0, gemini 2                             | Gemini 2.0
          Llama 3.1, llama3.1, Llama-3.1-8B, Llama 3.1 70B, llama3.1:8b | Llama 3.1
          Llama 3.3 70B, llama-3.3-70b-instruct            | Llama 3.3
          Llama 4 Maverick, llama4 maverick                | Llama 4 Maverick
          Llama 70B                                        | Llama
          Qwen2.5, qwen 2.5, Qwen-2.5-32B, Qwen2.5-7B-Instruct | Qwen2.5
          Qwen2.5-Max, qwen 2.5 max                        | Qwen2.5-Max
          Qwen2.5-Coder, qwen2.5 coder 32b                 | Qwen2.5-Coder
          Qwen3, qwen3, Qwen 3, qwen3-32b, Qwen3-235B-A22B | Qwen3
          Qwen, qwen-7b                                    | Qwen
          QwQ, QwQ-32B, qwq 32b, QwQ-32B-Preview           | QwQ
          DeepSeek V2, DeepSeek-V3, deepseek r1, DeepSeek V3.1, deepseek-coder-v2, DeepSeek R1 0528 | DeepSeek
          Grok 3, grok-3                                   | Grok 3
          Kimi K2, kimi-k2                                 | Kimi K2
          """)
  void knowsEverySpelling(String spellings, String names) {
    String[] each = spellings.split(", ");
    String[] wanted = names.split(", ");
    for (int i = 0; i < each.length; i++) {
      String name = wanted[Math.min(i, wanted.length - 1)];
      assertThat(NameFamilies.find("I use " + each[i] + ", daily"))
          .extracting(m -> m.text() + "|" + m.name())
          .containsExactly(each[i] + "|" + name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a sonnet about spring",
        "write me a haiku, or an opus of your own",
        "my magnum opus",
        "o1 and o3 alone are in the list",
        "pro1-mini and foo3-mini",
        "the llama.cpp server, a llama, llamas",
        "in 2025 we paid $3090 and €4090",
        "5090 tokens, 4090 dollars",
        "version 1.5 of 2.0",
        "the vitamin b100s100 and xh100",
        "gptq quants, gpt",
        "claude said that gemini is deep",
        "a hundred people, a1000 people",
        "3,090 or 13090 or 3090.5"
      })
  void leavesWordsAlone(String text) {
    assertThat(NameFamilies.find(text)).isEmpty();
  }
}
