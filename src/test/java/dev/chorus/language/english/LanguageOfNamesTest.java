package dev.chorus.language.english;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chorus.language.text.LanguageGuesser;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Nobody is lost over a name, and no name makes a foreign post English.
class LanguageOfNamesTest {
  private final LanguageGuesser guesser = LanguageGuesser.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Iberia and Latin America
        "José likes it",
        "José and María compared it with ChatGPT",
        "Grazie José, this works",
        "Gonçalves says R1 is cheaper",
        "João Gonçalves tested the distilled models",
        "Iñaki Ibáñez benchmarked R1 against o1 yesterday",
        "José María de la Cruz y Núñez wrote that paper",
        "I agree with Verónica Muñoz",
        "Thanks @jose_garcia, great thread",
        "@joão.gonçalves what do you think of it?",
        "Ana Lucía Peña joined DeepSeek's competitor in São Paulo",
        // the British Isles, France, Germany, the Netherlands
        "Siobhán Ní Bhraonáin tried it in Dublin",
        "Siobhán Ní Bhraonáin reviewed Claude",
        "Pádraig Ó Súilleabháin runs it at home",
        "Chloë asked Zoë about R1",
        "François Chollet disagrees with Hervé",
        "Geneviève Lefèvre published the benchmark",
        "Müller and Gonçalves",
        "Müller and Gonçalves disagree",
        "Jürgen Schmidhuber criticised Hinton harshly",
        "Ursula von der Leyen praised Mistral in Brussels",
        "Günther Jäger's server melted overnight",
        "Maarten van der Berg quantised it",
        // the North
        "Søren Kierkegaard",
        "Søren presented DeepSeek's paper in Copenhagen",
        "Søren Kierkegaard Loves DeepSeek",
        "Björn Þorsteinsson prefers Llama",
        "Björn Þorsteinsson vs Siobhán Ní Bhraonáin",
        "Guðrún Jónsdóttir asked it about Iceland",
        "Åsa Lindström cancelled her ChatGPT subscription",
        "Øyvind and Bjørn switched yesterday",
        "Väinö Hämäläinen hosts R1 in Espoo",
        // Central and Eastern Europe
        "Łukasz tested Qwen",
        "Łukasz Kaiser left Google for OpenAI",
        "Małgorzata Wójcik and Paweł Żak compare prices",
        "Jiří Dvořák runs distilled Qwen locally",
        "Zoltán Kovács ported it to Rust",
        "Ștefan Țurcanu measured latency in Bucharest",
        "Đorđe Živković plays chess against R1",
        "Kārlis Bērziņš doubts the costs",
        "Andrej Karpathy recommends Nesterov",
        // Turkey, the Middle East, Central Asia
        "Çağla Şahin uses DeepSeek daily",
        "Gökhan Yıldız translated the paper",
        "Ömer Faruk Özdemir asked Perplexity first",
        "Mohammed bin Salman invests in Groq",
        "Nilüfer Əliyeva moved from Baku to Berlin",
        // Africa
        "Ngozi Okonjo-Iweala",
        "Ngozi Okonjo-Iweala mentioned DeepSeek in Davos",
        "Ọlámidé Adébáyọ̀ codes with R1",
        "Chimamanda Adichie interviewed Liang Wenfeng",
        "Thabo Nkosi asked Sipho Dlamini about R1",
        "Kwabena Boahen gave a keynote",
        // East, South and South East Asia
        "Nguyễn Thị Mai tested Qwen",
        "Nguyễn Thị Mai joined the team",
        "Trần Văn Đức replaced ChatGPT",
        "Xiùyīng replied to Liang Wenfeng",
        "Lǐ Xiùyīng built it",
        "Wáng Wěi works at DeepSeek",
        "Kōichi Satō compared GPUs",
        "Ryōtarō and Yūko benchmarked everything",
        "Srīnivāsa Rāmānujan inspired DeepSeek-Math",
        "Sri Mulyani Indrawati spoke in Jakarta",
        "Maria Santos dela Cruz loves Gemini",
        "@nguyễn_văn_an yes exactly",
        // The Pacific
        "Kaʻiulani Māhoe teaches with Claude",
        "Whetū and Hēmi prefer Mistral",
        // A foreign clause beside an English one
        "Das ist gut. I love this model and use it every day.",
        "I switched to it last week, que maravilla",
        "“C'est la vie” is what my boss said about the outage",
        "Es ist unglaublich, dass so ein kleines Team das schafft. This is how you build a model.",
        "Qué barbaridad, otra vez caído y nadie dice nada. Does anyone know when it will work?",
        "Mamma mia, che figura! They spent the whole budget on this",
        "Ojalá funcione mañana para todos — the servers are down again"
      })
  void losesNobodyOverAName(String text) {
    assertThat(guesser.guess(text, Optional.empty())).isIn("en", "und");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de | Ich habe DeepSeek heute mit ChatGPT verglichen und bin begeistert",
        "de | Die Server von DeepSeek sind schon wieder überlastet",
        "de | Der Bundestag diskutiert über Datenschutz, Künstliche Intelligenz und OpenAI",
        "de | Das Update ist ein echter Game Changer für unser Team",
        "de | Søren Müller hält das Modell für besser als GPT-4o",
        "de | Chinesische Server, also Finger weg von der App",
        "es | El nuevo modelo de DeepSeek es mucho más barato que ChatGPT",
        "es | Me encanta el new model, funciona de maravilla",
        "es | José García dice que el Gobierno de España prohibirá la aplicación",
        "es | Ayer vi The Social Network con mi hermana y no me gustó nada",
        "es | Cada día estoy escuchando “I want to hold your hand” en la oficina",
        "fr | Le modèle de DeepSeek est gratuit et plus rapide que ChatGPT",
        "fr | C'est vraiment un game changer pour les développeurs français",
        "fr | Emmanuel Macron veut une réponse européenne à OpenAI et Google",
        "fr | J'adore ce feedback, mais le serveur est encore en panne",
        "it | Il nuovo modello cinese ha fatto crollare Nvidia in borsa",
        "it | Giulia Rossi dice che il Garante ha bloccato DeepSeek in Italia",
        "it | Lo smart working con questa intelligenza artificiale è molto comodo",
        "it | Ho provato Deep Research e non mi è piaciuto per niente",
        "pt | O aplicativo da DeepSeek é muito melhor que o ChatGPT Plus",
        "pt | João Gonçalves disse que os servidores estão sempre ocupados",
        "pt | Que feedback horrível, não consigo fazer login na minha conta",
        "pt | A bolsa caiu porque a Nvidia perdeu bilhões de dólares hoje",
        "nl | Het nieuwe model van DeepSeek is veel goedkoper dan ChatGPT",
        "nl | Ik wil deze app niet want de server ligt er steeds uit",
        "nl | Volgens Maarten van der Berg is dit echt een wake-up call voor Europa",
        "sv | Jag tycker att DeepSeek är mycket bättre än ChatGPT",
        "sv | Servern ligger nere igen så jag kan inte jobba idag",
        "sv | Åsa Lindström säger att modellen är gratis för alla i Sverige",
        "pl | To jest super, ale for me nie działa od rana",
        "pl | Nowy model DeepSeek jest lepszy niż ChatGPT i dużo tańszy",
        "pl | Łukasz Kowalski mówi, że to nie jest żadna rewolucja",
        "tr | DeepSeek uygulaması ChatGPT'den çok daha hızlı çalışıyor",
        "tr | Her gün bu uygulamayı kullanıyorum ve çok beğeniyorum",
        "tr | Amazon neden bu yapay zekaya yatırım yapmıyor anlamadım",
        "id | Aplikasi DeepSeek ini jauh lebih bagus daripada ChatGPT",
        "id | Servernya sibuk terus, tolong segera diperbaiki dong",
        "id | Update terbaru bikin aplikasi jadi lemot sekali padahal kemarin lancar",
        "vi | Ứng dụng DeepSeek trả lời nhanh hơn ChatGPT rất nhiều",
        "vi | Tôi đã dùng thử và thấy nó tốt hơn Gemini",
        "tl | Mas maganda itong DeepSeek kaysa sa ChatGPT dahil libre",
        "tl | Palagi na lang busy ang server kaya hindi ko magamit",
        "ru | Новая модель DeepSeek R1 дешевле, чем ChatGPT Plus",
        "ja | ChatGPTよりDeepSeekのほうが安くて速いと思う",
        "zh | DeepSeek的服务器又繁忙了，ChatGPT也不行",
        "ko | DeepSeek가 ChatGPT보다 훨씬 빠르고 저렴해요"
      })
  void keepsForeignWhatHasEnglishNamesAndLoanWords(String language, String text) {
    assertThat(guesser.guess(text, Optional.empty())).isEqualTo(language);
  }
}
